namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A member of every kind, to compare what was written with what is read.</summary>
[DynamoTable("everything")]
[PartitionKey("E#{Id}"), SortKey("{Kind}#{Number}#{When}")]
public sealed partial class Everything
{
    public required Guid Id { get; init; }

    public RunStatus Kind { get; init; }

    public long Number { get; init; }

    public DateTimeOffset When { get; init; }

    public bool Flag { get; set; }

    public byte Byte { get; set; }

    public short Short { get; set; }

    public uint UInt { get; set; }

    public ulong ULong { get; set; }

    public int? MaybeInt { get; set; }

    public float Float { get; set; }

    public double Double { get; set; }

    public decimal Decimal { get; set; }

    public string Text { get; set; } = "";

    public string? MaybeText { get; set; }

    public DateTime Date { get; set; }

    public DateOnly Day { get; set; }

    public TimeOnly Time { get; set; }

    public TimeSpan Duration { get; set; }

    public byte[] Bytes { get; set; } = [];

    public RunStatus? MaybeStatus { get; set; }

    public HashSet<string> Words { get; set; } = [];

    public HashSet<int> Numbers { get; set; } = [];

    public List<string> Lines { get; set; } = [];

    public List<double>? MaybeValues { get; set; }

    public Dictionary<string, long> Counts { get; set; } = [];

    public List<List<int>> Matrix { get; set; } = [];

    public Place? Place { get; set; }

    public List<Place> Stops { get; set; } = [];

    public Dictionary<string, Place> Places { get; set; } = [];
}
