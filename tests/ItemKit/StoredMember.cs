using System.Collections.Concurrent;
using System.Reflection;

namespace DynamoToolkit.ItemKit;

/// <summary>
/// A member that an item stores, seen as the field behind it, so that constructors and setters of every kind are reached alike.
/// </summary>
/// <param name="Field">Where the value is.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Nullability">Whether it and what is in it may be null.</param>
/// <param name="Attributes">The attributes of the member, and those of the constructor's parameter of that name.</param>
internal sealed record StoredMember(FieldInfo Field, string Name, NullabilityInfo Nullability, IReadOnlyList<Attribute> Attributes)
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private const string BackingField = ">k__BackingField";

    private static readonly ConcurrentDictionary<Type, StoredMember[]> Known = new();

    /// <summary>The stored members of a type and of its base classes.</summary>
    public static StoredMember[] Of(Type type) => Known.GetOrAdd(type, static type => [.. Find(type)]);

    /// <summary>Whether the member has an attribute.</summary>
    public bool Has<TAttribute>() => Attributes.Any(static attribute => attribute is TAttribute);

    private static IEnumerable<StoredMember> Find(Type type)
    {
        var parameters = type.GetConstructors(Instance).SelectMany(static constructor => constructor.GetParameters())
            .ToLookup(static parameter => parameter.Name, StringComparer.OrdinalIgnoreCase);
        var nullability = new NullabilityInfoContext();
        var overridden = new HashSet<MethodInfo>();
        for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
        {
            foreach (var field in level.GetFields(Instance | BindingFlags.DeclaredOnly))
            {
                var property = field.Name.EndsWith(BackingField, StringComparison.Ordinal)
                    ? level.GetProperty(field.Name[1..^BackingField.Length], Instance | BindingFlags.DeclaredOnly)
                    : null;
                var member = (MemberInfo?)property ?? field;

                // The field of a property that an override stores for itself is never seen.
                if (property?.GetMethod is { } getter && !overridden.Add(getter.GetBaseDefinition()))
                    continue;
                Attribute[] attributes =
                [
                    .. member.GetCustomAttributes(),
                    .. parameters[member.Name].SelectMany(static parameter => parameter.GetCustomAttributes())
                ];
                var isMarked = attributes.Any(static attribute => attribute.GetType().Namespace == nameof(DynamoToolkit));
                if (!attributes.Any(static attribute => attribute is DynamoIgnoreAttribute)
                    && (isMarked || property?.GetMethod?.IsPublic == true))
                {
                    yield return new StoredMember(
                        field, member.Name, property is null ? nullability.Create(field) : nullability.Create(property), attributes);
                }
            }
        }
    }
}
