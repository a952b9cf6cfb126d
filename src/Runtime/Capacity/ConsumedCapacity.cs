namespace DynamoToolkit;

/// <summary>The capacity that a request used.</summary>
public sealed record ConsumedCapacity
{
    /// <summary>The table.</summary>
    public string TableName { get; init; } = "";

    /// <summary>The total in capacity units: read units for a read, write units for a write.</summary>
    public double CapacityUnits { get; init; }

    /// <summary>The read units of a transaction.</summary>
    public double? ReadCapacityUnits { get; init; }

    /// <summary>The write units of a transaction.</summary>
    public double? WriteCapacityUnits { get; init; }

    /// <summary>The table's own share, if <see cref="CapacityDetail.Indexes"/> was requested.</summary>
    public double? TableUnits { get; init; }

    /// <summary>The shares of the local indexes, if <see cref="CapacityDetail.Indexes"/> was requested.</summary>
    public IReadOnlyDictionary<string, double> LocalIndexUnits { get; init; } = new Dictionary<string, double>();

    /// <summary>The shares of the global indexes, if <see cref="CapacityDetail.Indexes"/> was requested.</summary>
    public IReadOnlyDictionary<string, double> GlobalIndexUnits { get; init; } = new Dictionary<string, double>();

    /// <summary>Adds up two requests on one table.</summary>
    internal static ConsumedCapacity? Sum(ConsumedCapacity? first, ConsumedCapacity? second)
    {
        if (first is null || second is null)
            return first ?? second;

        return new ConsumedCapacity
        {
            TableName = first.TableName,
            CapacityUnits = first.CapacityUnits + second.CapacityUnits,
            ReadCapacityUnits = Sum(first.ReadCapacityUnits, second.ReadCapacityUnits),
            WriteCapacityUnits = Sum(first.WriteCapacityUnits, second.WriteCapacityUnits),
            TableUnits = Sum(first.TableUnits, second.TableUnits),
            LocalIndexUnits = Sum(first.LocalIndexUnits, second.LocalIndexUnits),
            GlobalIndexUnits = Sum(first.GlobalIndexUnits, second.GlobalIndexUnits),
        };
    }

    private static double? Sum(double? first, double? second) => first is null ? second : second is null ? first : first + second;

    private static Dictionary<string, double> Sum(IReadOnlyDictionary<string, double> first, IReadOnlyDictionary<string, double> second)
    {
        var sum = new Dictionary<string, double>(first);
        foreach (var (name, units) in second)
            sum[name] = sum.GetValueOrDefault(name) + units;
        return sum;
    }
}
