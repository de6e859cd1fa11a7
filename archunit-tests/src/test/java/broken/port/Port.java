package broken.port;

public interface Port {}
