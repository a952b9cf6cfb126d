namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>A table that every episode has. Its key attributes are p and, if it has a sort key, s.</summary>
/// <param name="Name">The name.</param>
/// <param name="PartitionType">The type of the partition key: S, N or B.</param>
/// <param name="SortType">The type of the sort key; null if the table has none.</param>
/// <param name="Indexes">The indexes.</param>
internal sealed record TableShape(string Name, char PartitionType, char? SortType, params IndexShape[] Indexes)
{
    /// <summary>All tables.</summary>
    public static readonly TableShape[] All =
    [
        new("plain", 'S', null),
        new("numbers", 'S', 'N',
            new("local", IsGlobal: false, ["p", "l"], "ALL"),
            new("few", IsGlobal: false, ["p", "h"], "KEYS_ONLY"),
            new("global", IsGlobal: true, ["g", "h"], "ALL")),
        new("texts", 'N', 'S',
            new("keys", IsGlobal: true, ["g"], "KEYS_ONLY"),
            new("some", IsGlobal: true, ["h", "s"], "INCLUDE"),
            new("turned", IsGlobal: true, ["s", "p"], "ALL")),
        new("bytes", 'B', 'B',
            new IndexShape("binary", IsGlobal: true, ["b", "p"], "INCLUDE")),
    ];

    /// <summary>The attributes that the index with INCLUDE projects.</summary>
    public static readonly string[] Included = ["a", "m", "größe"];

    /// <summary>The names of the key attributes.</summary>
    public string[] Keys => SortType is null ? ["p"] : ["p", "s"];

    /// <summary>The type of a key attribute of the table or of an index.</summary>
    public char TypeOf(string key) => key switch
    {
        "p" => PartitionType,
        "s" => SortType!.Value,
        "h" => 'N',
        "b" => 'B',
        _ => 'S',
    };

    /// <summary>All key attributes, also those of indexes.</summary>
    public IEnumerable<string> AllKeys => Keys.Concat(Indexes.SelectMany(static index => index.Keys)).Distinct();
}
