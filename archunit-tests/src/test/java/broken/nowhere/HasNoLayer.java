package broken.nowhere;

final class HasNoLayer {}
