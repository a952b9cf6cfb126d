using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>Applies [DynamoMissing]: gives members the empty value of their type where an item may lack their attribute.</summary>
internal static class MissingPolicyParser
{
    // The runtime's MissingAttributes.UseDefault.
    private const int UseDefault = 1;

    /// <summary>Sets the default values of members that have none, if the type's policy is to use them.</summary>
    /// <param name="context">The type.</param>
    /// <param name="members">Its members, which are changed.</param>
    /// <param name="parameters">The parameters of its constructor, which may have default values of their own.</param>
    /// <param name="keys">The table's keys, whose members always have a value.</param>
    public static void Apply(
        ParseContext context, List<StoredMember> members, EquatableArray<ConstructorParameterSpec> parameters, IEnumerable<KeySpec?> keys)
    {
        var policy = context.Type.NearestAttribute(AttributeNames.Missing)?.Number(0);
        if (policy is null ? !context.Compatible.Reads : policy != UseDefault)
            return;

        var inKeys = keys.OfType<KeySpec>().SelectMany(key => key.Members).ToList();
        var withDefault = parameters.Where(parameter => parameter.DefaultValue is not null).Select(parameter => parameter.Member).ToList();
        for (var i = 0; i < members.Count; i++)
        {
            var spec = members[i].Spec;
            var hasOwn = spec.DefaultText is not null || spec.HasDefault || spec.Value.IsNullable || withDefault.Contains(spec.Name);
            if (spec.HasOwnAttribute && !hasOwn && !inKeys.Contains(spec.Name) && EmptyOf(spec.Value) is { } empty)
                members[i] = members[i] with { Spec = spec with { DefaultText = empty } };
        }
    }

    /// <summary>The empty value of a type as C#; null where it has none. Sets are empty without it.</summary>
    public static string? EmptyOf(ValueSpec value) => value.Kind switch
    {
        ValueKind.String => "\"\"",
        ValueKind.Bytes => "[]",
        ValueKind.List when value.Collection == CollectionKind.ImmutableArray => $"{value.Type.FullName}.Empty",
        ValueKind.List => "[]",
        ValueKind.Dictionary => EmptyDictionary(value),
        ValueKind.Set => null,
        _ => value.Type.IsValueType ? $"default({value.Type.FullName})" : null,
    };

    private static string EmptyDictionary(ValueSpec value) => value.Collection switch
    {
        CollectionKind.Interface =>
            $"new global::System.Collections.Generic.Dictionary<{value.Key!.Type.FullName}, {value.Element!.DeclaredType}>()",
        CollectionKind.Standard or CollectionKind.Sorted => $"new {value.Type.FullName}()",
        _ => $"{value.Type.FullName}.Empty",
    };
}
