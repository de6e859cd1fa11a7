package broken.inmemory;

public final class Twin {}
