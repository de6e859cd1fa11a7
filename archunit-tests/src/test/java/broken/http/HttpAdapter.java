package broken.http;

public final class HttpAdapter {}
