package io.inboxport.archunit;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public API of a module as sorted, readable lines: each type, and below it what can be seen of
 * it from other packages. A question mark stands for {@code @Nullable}.
 */
final class ApiSignatures {
  /** Every value has these, and none can take them away. */
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf", "toString");

  private ApiSignatures() {}

  static List<String> of(House module) {
    var lines = new ArrayList<String>();
    module.classFiles().stream()
        .filter(file -> !file.endsWith("-info.class"))
        .map(ApiSignatures::load)
        .filter(ApiSignatures::isSeen)
        .forEach(type -> lines.addAll(describe(type)));
    return lines;
  }

  private static Class<?> load(String classFile) {
    var name = classFile.substring(0, classFile.length() - ".class".length()).replace('/', '.');
    try {
      return Class.forName(name, false, ApiSignatures.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSeen(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static List<String> describe(Class<?> type) {
    var lines = new ArrayList<String>();
    lines.add(header(type));
    withHiddenParents(type)
        .flatMap(ApiSignatures::members)
        .map("  "::concat)
        .sorted()
        .forEach(lines::add);
    return lines;
  }

  /**
   * Returns the type with its hidden parents: what it inherits from them is its own, to those
   * outside.
   */
  private static Stream<Class<?>> withHiddenParents(Class<?> type) {
    var parent = type.getSuperclass();
    return parent == null || isSeen(parent)
        ? Stream.of(type)
        : Stream.concat(Stream.of(type), withHiddenParents(parent));
  }

  private static Stream<String> members(Class<?> type) {
    var fields = Stream.of(type.getDeclaredFields()).filter(ApiSignatures::isApi);
    var constructors = Stream.of(type.getDeclaredConstructors()).filter(ApiSignatures::isApi);
    var methods =
        Stream.of(type.getDeclaredMethods())
            .filter(ApiSignatures::isApi)
            .filter(
                method ->
                    !(type.isEnum() ? OF_EVERY_ENUM : OF_EVERY_OBJECT).contains(method.getName()));
    return Stream.of(
            fields.map(ApiSignatures::field),
            constructors.map(ApiSignatures::constructor),
            methods.map(ApiSignatures::method))
        .flatMap(lines -> lines);
  }

  private static boolean isApi(Member member) {
    return isVisible(member.getModifiers()) && !member.isSynthetic();
  }

  private static String header(Class<?> type) {
    var parents =
        Stream.concat(
                Stream.ofNullable(type.getAnnotatedSuperclass()),
                Arrays.stream(type.getAnnotatedInterfaces()))
            .map(ApiSignatures::text)
            .filter(name -> !name.matches("Object|Record|Enum<.*"))
            .collect(Collectors.joining(", "));
    return "%s %s%s%s"
        .formatted(
            kind(type),
            type.getName().replace('$', '.'),
            variables(type.getTypeParameters()),
            parents.isEmpty() ? "" : " : " + parents);
  }

  private static String kind(Class<?> type) {
    var closed =
        Modifier.isFinal(type.getModifiers()) ? "final " : type.isSealed() ? "sealed " : "";
    if (type.isRecord()) {
      return "record";
    } else if (type.isEnum()) {
      return "enum";
    } else if (type.isInterface()) {
      return closed + "interface";
    }
    return (Modifier.isAbstract(type.getModifiers()) ? "abstract " : "") + closed + "class";
  }

  private static String field(Field field) {
    return modifiers(field) + field.getName() + ": " + text(field.getAnnotatedType());
  }

  private static String constructor(Constructor<?> constructor) {
    return modifiers(constructor) + "new" + parameters(constructor);
  }

  private static String method(Method method) {
    var type = method.getAnnotatedReturnType();
    return modifiers(method)
        + variables(method.getTypeParameters())
        + method.getName()
        + parameters(method)
        + (type.getType() == void.class ? "" : ": " + text(type));
  }

  private static String modifiers(Member member) {
    var modifiers = member.getModifiers();
    var isDefault = member instanceof Method method && method.isDefault();
    return (Modifier.isProtected(modifiers) ? "protected " : "")
        + (Modifier.isStatic(modifiers) ? "static " : "")
        + (Modifier.isAbstract(modifiers) ? "abstract " : "")
        + (isDefault ? "default " : "");
  }

  private static String parameters(Executable executable) {
    var parameters =
        parameterTypes(executable)
            .map(ApiSignatures::text)
            .collect(Collectors.joining(", ", "(", ")"));
    if (executable.isVarArgs()) {
      parameters = parameters.replaceFirst("\\[]\\)$", "...)");
    }
    var thrown =
        Arrays.stream(executable.getGenericExceptionTypes())
            .map(ApiSignatures::text)
            .collect(Collectors.joining(", "));
    return parameters + (thrown.isEmpty() ? "" : " throws " + thrown);
  }

  /**
   * Those of a record's own constructor are told by its components: a JDK 17 does not know the
   * generic ones of a constructor that a later compiler made.
   */
  private static Stream<AnnotatedType> parameterTypes(Executable executable) {
    var components = executable.getDeclaringClass().getRecordComponents();
    if (executable instanceof Constructor && components != null) {
      var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      if (Arrays.equals(types, executable.getParameterTypes())) {
        return Stream.of(components).map(RecordComponent::getAnnotatedType);
      }
    }
    return Stream.of(executable.getParameters())
        .filter(parameter -> !parameter.isSynthetic())
        .map(Parameter::getAnnotatedType);
  }

  private static String variables(TypeVariable<?>[] variables) {
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(variable -> variable + " : " + text(variable.getBounds()[0]))
            .collect(Collectors.joining(", ", "<", "> "));
  }

  private static String text(AnnotatedType type) {
    return text(type.getType()) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
  }

  /** The type with simple names: the reader of a change knows where a type lives. */
  private static String text(Type type) {
    return type.getTypeName().replaceAll("[a-z0-9_]+\\.", "").replace('$', '.');
  }
}
