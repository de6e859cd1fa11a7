package io.inboxport.archunit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds circles among top-level classes: sets in which each class leads to each other one. A nested
 * class counts as the one that holds it. A circle cannot be understood, tested or moved in parts.
 */
final class CircleRule {
  /** A facade, what it makes and what that hands back: more would be a tangle. */
  static final int MOST_MEMBERS = 3;

  private final Map<String, Set<String>> known = new TreeMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> lowest = new HashMap<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<String> onPath = new HashSet<>();
  private final List<Collection<String>> circles = new ArrayList<>();

  private CircleRule(JavaClasses classes) {
    for (var type : classes) {
      var names = known.computeIfAbsent(topLevel(type), n -> new TreeSet<>());
      type.getDirectDependenciesFromSelf()
          .forEach(dependency -> names.add(topLevel(dependency.getTargetClass())));
    }
  }

  /** Returns the circles with too many members, each in the order of its names. */
  static List<Collection<String>> tooLarge(JavaClasses classes) {
    var rule = new CircleRule(classes);
    rule.known.keySet().stream().filter(n -> !rule.numbers.containsKey(n)).forEach(rule::visit);
    return rule.circles.stream().filter(circle -> circle.size() > MOST_MEMBERS).toList();
  }

  private static String topLevel(JavaClass type) {
    var component = type.getBaseComponentType().getName();
    int nested = component.indexOf('$');
    return nested < 0 ? component : component.substring(0, nested);
  }

  /** Tarjan's walk: a class from which none before it can be reached closes a circle. */
  private void visit(String name) {
    int number = numbers.size();
    numbers.put(name, number);
    lowest.put(name, number);
    path.push(name);
    onPath.add(name);
    for (var next : known.getOrDefault(name, Set.of())) {
      if (!known.containsKey(next)) {
        continue;
      }
      if (!numbers.containsKey(next)) {
        visit(next);
        lowest.merge(name, lowest.getOrDefault(next, Integer.MAX_VALUE), Math::min);
      } else if (onPath.contains(next)) {
        lowest.merge(name, numbers.getOrDefault(next, Integer.MAX_VALUE), Math::min);
      }
    }
    if (lowest.getOrDefault(name, number) == number) {
      var circle = new TreeSet<String>();
      String member;
      do {
        member = path.pop();
        onPath.remove(member);
        circle.add(member);
      } while (!member.equals(name));
      circles.add(circle);
    }
  }
}
