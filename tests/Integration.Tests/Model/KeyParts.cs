namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>Keys made of parts of every type, those of the indexes too, which leave out items that have not all the parts.</summary>
[DynamoTable("parts")]
[
    PartitionKey("{Text}#{Letter}#{Flag}{Tiny}{UTiny}{Wide}", AttributeName = "hash \"key\""),
    SortKey("{Status}#{Number}#{Real}{Single}-{Day}T{Time}@{Wait}/{Id}/{At}", AttributeName = "sörtKey")
]
[GlobalIndex("byMaybe", "M#{MaybeText}", "{MaybeNumber}#{MaybeText}")]
[GlobalIndex("byMoment", "{Flag}", "{MaybeMoment}", PartitionAttributeName = "flagged")]
[GlobalIndex("byParts", ["{Kind}", "P#{Tiny}", "{MaybeNumber}"], ["{Id}", "{MaybeReal}", "N#{Number}"])]
[LocalIndex("byText", "{MaybeText}")]
public readonly partial record struct KeyParts
{
    public required string Text { get; init; }

    public char Letter { get; init; }

    public bool Flag { get; init; }

    public sbyte Tiny { get; init; }

    public byte UTiny { get; init; }

    public ulong Wide { get; init; }

    public RunStatus Status { get; init; }

    [DynamoAttribute(EnumStorage = EnumStorage.Number)]
    public RunStatus Number { get; init; }

    public double Real { get; init; }

    public float Single { get; init; }

    public DateOnly Day { get; init; }

    public TimeOnly Time { get; init; }

    public TimeSpan Wait { get; init; }

    public Guid Id { get; init; }

    public DateTime At { get; init; }

    public string Kind { get; init; }

    public string? MaybeText { get; init; }

    public uint? MaybeNumber { get; init; }

    public double? MaybeReal { get; init; }

    public DateTimeOffset? MaybeMoment { get; init; }

    [TimeToLive]
    public long? Expires { get; init; }
}
