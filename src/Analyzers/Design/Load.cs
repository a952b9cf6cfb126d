using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Design;

/// <summary>The load on the items of a type: what [Workload] states, or what an .editorconfig assumes.</summary>
internal sealed record Load
{
    /// <summary>The attribute; null if the load is assumed.</summary>
    public AttributeData? Attribute { get; private init; }

    /// <summary>Writes per second.</summary>
    public double Writes { get; private init; }

    /// <summary>Items read per second.</summary>
    public double Reads { get; private init; }

    /// <summary>The bytes of an item; 0 to estimate them.</summary>
    public long ItemBytes { get; private init; }

    /// <summary>The part of the busiest key; 0 if it is not stated.</summary>
    public double HottestShare { get; private init; }

    /// <summary>Whether writes are parts of transactions.</summary>
    public bool IsTransactional { get; private init; }

    /// <summary>Whether reads are consistent.</summary>
    public bool IsConsistent { get; private init; }

    /// <summary>Whether writes change the index's key.</summary>
    public bool ChangesKey { get; private init; }

    /// <summary>The items with one partition key; 0 if it is not stated.</summary>
    public long ItemsPerKey { get; private init; }

    /// <summary>Whether a number of the load is assumed.</summary>
    public bool IsAssumed => Attribute is null;

    /// <summary>Whether there are reads or writes to compute with.</summary>
    public bool HasRates => Writes > 0 || Reads > 0;

    /// <summary>The load on a type's table.</summary>
    public static Load? OfTable(INamedTypeSymbol type, RuleOptions options) =>
        Of(type, null) is { } stated ? Read(stated) : Assumed(options);

    /// <summary>The load on an index: its own, or the writes of its table.</summary>
    public static Load? OfIndex(INamedTypeSymbol type, string index, RuleOptions options) =>
        Of(type, index) is { } own ? Read(own) with { IsConsistent = false, IsTransactional = false }
        : OfTable(type, options) is { } table
            ? table with { Reads = 0, HottestShare = 0, IsTransactional = false, ItemBytes = 0, ItemsPerKey = 0 }
            : null;

    // A type inherits a statement as it inherits its keys: the nearest counts.
    private static AttributeData? Of(INamedTypeSymbol type, string? index) => type.SelfAndBases()
        .SelectMany(one => one.GetAttributes())
        .FirstOrDefault(attribute => attribute.IsToolkit(AttributeNames.Workload) && attribute.NamedText("Index") == index);

    private static Load? Assumed(RuleOptions options) => options.AssumedWrites > 0 || options.AssumedReads > 0
        ? new Load { Writes = options.AssumedWrites, Reads = options.AssumedReads }
        : null;

    private static Load Read(AttributeData attribute) => new()
    {
        Attribute = attribute,
        Writes = Math.Max(0, attribute.NamedReal("PeakWritesPerSecond") ?? 0),
        Reads = Math.Max(0, attribute.NamedReal("PeakReadsPerSecond") ?? 0),
        ItemBytes = (long)Math.Max(0, attribute.NamedReal("ItemBytes") ?? 0),
        HottestShare = attribute.NamedReal("HottestShare") is { } share and > 0 and <= 1 ? share : 0,
        IsTransactional = attribute.NamedBoolean("IsTransactional"),
        IsConsistent = attribute.NamedBoolean("IsConsistent"),
        ChangesKey = attribute.NamedBoolean("ChangesKey"),
        ItemsPerKey = (long)Math.Max(0, attribute.NamedReal("ItemsPerKey") ?? 0),
    };
}
