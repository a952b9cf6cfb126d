using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The texts that the keys of item types can have.</summary>
internal static class KeyLanguages
{
    /// <summary>Whether items of two types can have the same key.</summary>
    public static bool Meet(ItemSpec one, ItemSpec other) =>
        Meet(one, one.PartitionKey!, other, other.PartitionKey!)
        && (one.SortKey is null || other.SortKey is null || Meet(one, one.SortKey, other, other.SortKey));

    private static bool Meet(ItemSpec one, KeySpec key, ItemSpec other, KeySpec otherKey) =>
        key.Wire == otherKey.Wire && (key.Wire != WireType.S || Of(one, key).Meets(Of(other, otherKey)));

    private static KeyLanguage Of(ItemSpec item, KeySpec key)
    {
        if (key.Member is { } own)
            return KeyLanguage.Own(item.Member(own).Value is { CustomConverter: null, Enum: null } value ? value.Kind.ToString() : null);

        var language = new KeyLanguage();
        foreach (var part in key.Parts)
        {
            if (part.Member is null)
                language.Literal(part.Literal!);
            else
                Add(language, item.Member(part.Member).Value);
        }

        return language;
    }

    private static void Add(KeyLanguage language, ValueSpec value)
    {
        if (value.Enum is { Storage: EnumStorageSpec.Name } names)
            language.Names(names.Members.Concat(names.Aliases).Select(name => name.Text));
        else
            language.Part(TypeName(value.Enum?.UnderlyingType ?? value.Type.FullName));
    }

    // Numbers are named by their C# keywords.
    private static string TypeName(string fullName) => fullName switch
    {
        "bool" => nameof(Boolean),
        "sbyte" => nameof(SByte),
        "byte" => nameof(Byte),
        "short" => nameof(Int16),
        "ushort" => nameof(UInt16),
        "int" => nameof(Int32),
        "uint" => nameof(UInt32),
        "long" => nameof(Int64),
        "ulong" => nameof(UInt64),
        "float" => nameof(Single),
        "double" => nameof(Double),
        _ => fullName.Substring(fullName.LastIndexOf('.') + 1),
    };
}
