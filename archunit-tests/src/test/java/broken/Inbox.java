package broken;

/** The facade of a house in which every rule is broken; each class says how by its name. */
public final class Inbox {}
