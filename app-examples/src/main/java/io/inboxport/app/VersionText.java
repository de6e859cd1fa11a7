package io.inboxport.app;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar carries. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    var version = VersionText.class.getPackage().getImplementationVersion();
    return new String[] {"inbox " + (version == null ? "(built from source)" : version)};
  }
}
