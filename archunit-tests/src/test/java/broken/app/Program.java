package broken.app;

public final class Program {}
