using System.Runtime.CompilerServices;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Shared.Model;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>The texts that the keys of an item type can have.</summary>
internal sealed class KeyLanguages
{
    // Each type of a table is compared with each other one, so its languages are built once.
    private static readonly ConditionalWeakTable<ItemSpec, KeyLanguages> Built = new();

    private readonly KeyLanguage partition;
    private readonly KeyLanguage? sort;

    private KeyLanguages(ItemSpec item)
    {
        partition = Of(item, item.PartitionKey!);
        sort = item.SortKey is { } key ? Of(item, key) : null;
    }

    /// <summary>Whether items of two types can have the same key.</summary>
    public static bool Meet(ItemSpec one, ItemSpec other)
    {
        if (one.PartitionKey!.Wire != other.PartitionKey!.Wire || one.SortKey?.Wire != other.SortKey?.Wire)
            return false;

        var (mine, its) = (Of(one), Of(other));
        return mine.partition.Meets(its.partition) && (mine.sort is null || mine.sort.Meets(its.sort!));
    }

    /// <summary>Whether an item can have the key of a reservation of a unique value.</summary>
    public static bool MeetsReservation(ItemSpec item)
    {
        if (item.PartitionKey!.Wire != WireType.S)
            return false;
        var keys = Of(item);
        return keys.partition.Meets(new KeyLanguage().Literal("UNIQUE#").Own(typeName: null))
            && (item.SortKey?.Wire != WireType.S || keys.sort!.Meets(new KeyLanguage().Literal("UNIQUE")));
    }

    /// <summary>Whether an item can have the key of a posting of a trigram index, or of a ledger of postings.</summary>
    public static bool MeetsPosting(ItemSpec item)
    {
        if (item.PartitionKey!.Wire != WireType.S || item.SortKey?.Wire != WireType.S)
            return false;

        // A code point, the owner's key or its hash, and a stamp.
        var keys = Of(item);
        return (keys.partition.Meets(new KeyLanguage().Literal("TRIGRAM#").Own(typeName: null))
                && keys.sort!.Meets(new KeyLanguage().Own(typeName: null).Literal("#").Text().Literal("#").Text()))
            || (keys.partition.Meets(new KeyLanguage().Literal("TRIGRAM-LEDGER#").Own(typeName: null))
                && (keys.sort!.Meets(new KeyLanguage().Literal("LEDGER"))
                    || keys.sort.Meets(new KeyLanguage().Literal("UPKEEP#").Own(typeName: null))));
    }

    /// <summary>Whether an item of a counter can have a key of a type.</summary>
    public static bool MeetCounter(ItemSpec item, CounterSpec counter, ItemSpec other)
    {
        if (other.SortKey?.Wire != WireType.S || item.PartitionKey!.Wire != other.PartitionKey!.Wire)
            return false;
        var keys = new KeyLanguage().Literal("COUNTER#").Text().Literal($"#{KeyEscape.Of(counter.Name)}#").Shard();
        return Of(item).partition.Meets(Of(other).partition) && keys.Meets(Of(other).sort!);
    }

    private static KeyLanguages Of(ItemSpec item) => Built.GetValue(item, static item => new KeyLanguages(item));

    private static KeyLanguage Of(ItemSpec item, KeySpec key)
    {
        var language = new KeyLanguage();
        if (key.Member is { } own)
        {
            // Numbers and Binaries have no form that tells types apart.
            var hasForm = key.Wire == WireType.S && item.Member(own).Value is { CustomConverter: null, Enum: null };
            return language.Own(hasForm ? item.Member(own).Value.Kind.ToString() : null);
        }

        foreach (var part in key.Parts)
        {
            if (part.Member is null)
                language.Literal(part.Literal!);
            else
                Add(language, item.Member(part.Member).Value);
        }

        return key.Shard is null ? language : language.Literal("#").Shard();
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
