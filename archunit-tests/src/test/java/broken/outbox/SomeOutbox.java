package broken.outbox;

public final class SomeOutbox {}
