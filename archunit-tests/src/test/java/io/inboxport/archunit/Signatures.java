package io.inboxport.archunit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** What methods and constructors show to callers outside their package. */
final class Signatures {
  private Signatures() {}

  /** Finds fault with what can be called from outside and has such a type in its signature. */
  static ArchCondition<JavaCodeUnit> notShow(DescribedPredicate<? super JavaClass> types) {
    return new ArchCondition<>("not show " + types.getDescription() + " to callers outside") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        if (isSeenFromOutside(unit)) {
          involvedIn(unit)
              .filter(types)
              .map(type -> unit.getFullName() + " shows " + type.getName())
              .forEach(message -> events.add(SimpleConditionEvent.violated(unit, message)));
        }
      }
    };
  }

  private static Stream<JavaClass> involvedIn(JavaCodeUnit unit) {
    var types = Stream.concat(unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()));
    return Stream.concat(
            types.map(JavaType::getAllInvolvedRawTypes).flatMap(Set::stream),
            unit.getExceptionTypes().stream())
        .distinct();
  }

  private static boolean isSeenFromOutside(JavaCodeUnit unit) {
    return isVisible(unit.getModifiers()) && isSeenFromOutside(unit.getOwner());
  }

  private static boolean isSeenFromOutside(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(Signatures::isSeenFromOutside).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
