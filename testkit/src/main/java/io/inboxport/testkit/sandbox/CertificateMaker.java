package io.inboxport.testkit.sandbox;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate for this machine, made anew for each sandbox and trusted by no client. */
final class CertificateMaker {
  private static final int YEARS = 10;

  private CertificateMaker() {}

  /** Makes one that names the loopback interface and these hosts. */
  static HeldCertificate forHosts(Iterable<String> hosts) {
    var certificate =
        new HeldCertificate.Builder()
            .commonName("Inboxport sandbox")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .addSubjectAlternativeName("::1")
            .duration(YEARS * 365L, TimeUnit.DAYS);
    hosts.forEach(certificate::addSubjectAlternativeName);
    return certificate.build();
  }

  static SSLSocketFactory serverSide(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .build()
        .sslSocketFactory();
  }
}
