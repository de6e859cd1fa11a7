package broken.tag;

final class TagManager {}
