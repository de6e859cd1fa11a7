package broken.tag;

public class OpenClass {}
