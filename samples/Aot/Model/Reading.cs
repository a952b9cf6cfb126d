using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A reading of a busy sensor, in a random shard.</summary>
[DynamoTable("readings"), PartitionKey("SENSOR#{Sensor}"), SortKey("{At}"), WriteSharded(4)]
public sealed partial record Reading(string Sensor, long At)
{
    [WriteShard]
    public int? Shard { get; init; }

    public double Value { get; set; }
}
