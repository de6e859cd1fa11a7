package broken.testkit.sandbox;

/** Known to a test server that must not know it. */
public interface SoundSandbox {}
