package broken.conversation;

/** Known to a class that must not know it. */
public interface Described {}
