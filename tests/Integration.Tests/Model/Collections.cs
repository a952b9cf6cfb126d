using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Lists, sets and dictionaries of every kind, also inside each other, and nullable ones and ones of nullable elements.</summary>
[DynamoTable("collections"), DynamoNaming(NamingPolicy.KebabCase)]
public sealed partial class Collections
{
    [PartitionKey]
    public required char Letter { get; init; }

    [SortKey]
    public required DateTime At { get; init; }

    public required decimal[] Array { get; init; }

    public byte[][] Blobs { get; init; } = [];

    public ImmutableArray<string?> ImmutableArray { get; init; } = [];

    public ImmutableList<int?>? ImmutableList { get; init; }

    public IEnumerable<Place?> Enumerable { get; init; } = [];

    public IReadOnlyCollection<Guid> ReadOnlyCollection { get; init; } = [];

    public IReadOnlyList<TimeSpan>? ReadOnlyList { get; init; }

    public ICollection<bool> Collection { get; init; } = [];

    public IList<List<HashSet<int>>> ListOfLists { get; init; } = [];

    public HashSet<byte[]> Binaries { get; init; } = [];

    public HashSet<decimal>? Decimals { get; init; }

    public HashSet<RunStatus> Statuses { get; init; } = [];

    public SortedSet<string> Sorted { get; init; } = ["default"];

    public ImmutableHashSet<DateOnly> ImmutableSet { get; init; } = [];

    public ImmutableSortedSet<double> ImmutableSorted { get; init; } = [];

    public FrozenSet<Guid> Frozen { get; init; } = [];

    public ISet<BigInteger> Interface { get; init; } = new HashSet<BigInteger>();

    public IReadOnlySet<char>? ReadOnlySet { get; init; }

    public Dictionary<RunStatus, string?> ByStatus { get; init; } = [];

    public Dictionary<Guid, Place?>? ById { get; init; }

    public Dictionary<int, Dictionary<string, List<long?>>> ByNumber { get; init; } = [];

    public SortedDictionary<DateOnly, HashSet<string>?> ByDay { get; init; } = [];

    public ImmutableDictionary<ulong, byte[]> Immutable { get; init; } = ImmutableDictionary<ulong, byte[]>.Empty;

    public ImmutableSortedDictionary<string, decimal?> ImmutableByName { get; init; } = ImmutableSortedDictionary<string, decimal?>.Empty;

    public FrozenDictionary<sbyte, DateTimeOffset> FrozenByNumber { get; init; } = FrozenDictionary<sbyte, DateTimeOffset>.Empty;

    public IDictionary<string, Uri> InterfaceByName { get; init; } = new Dictionary<string, Uri>();

    public IReadOnlyDictionary<RunStatus, HashSet<float>>? ReadOnlyByStatus { get; init; }
}
