package io.inboxport.archunit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Signatures of fields, methods and constructors, as they show themselves to callers outside their
 * package.
 */
final class Signatures {
  private Signatures() {}

  /** Finds fault with what can be used from outside and has such a type in its signature. */
  static ArchCondition<JavaMember> notShow(DescribedPredicate<? super JavaClass> types) {
    return new ArchCondition<>("not show " + types.getDescription() + " to callers outside") {
      @Override
      public void check(JavaMember member, ConditionEvents events) {
        if (isSeenFromOutside(member)) {
          involvedIn(member)
              .filter(types)
              .map(type -> member.getFullName() + " shows " + type.getName())
              .forEach(message -> events.add(SimpleConditionEvent.violated(member, message)));
        }
      }
    };
  }

  private static Stream<JavaClass> involvedIn(JavaMember member) {
    var types = member.getAllInvolvedRawTypes().stream();
    return member instanceof JavaCodeUnit unit
        ? Stream.concat(types, unit.getExceptionTypes().stream()).distinct()
        : types;
  }

  private static boolean isSeenFromOutside(JavaMember member) {
    return isVisible(member.getModifiers()) && isSeenFromOutside(member.getOwner());
  }

  private static boolean isSeenFromOutside(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(Signatures::isSeenFromOutside).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
