namespace DynamoToolkit.Integration.Tests.Model;

/// <summary>A struct with a constructor, and keys that are Numbers of up to 28 digits and Binaries.</summary>
[DynamoTable("readings"), DynamoNaming(NamingPolicy.Unchanged)]
[GlobalIndex("byValue", "{Value}", "{Exact}")]
public partial struct Reading(byte[] sensor, decimal step)
{
    [PartitionKey]
    public byte[] Sensor { get; } = sensor;

    [SortKey]
    public decimal Step { get; } = step;

    public double Value { get; set; }

    public UInt128? Exact { get; set; }

    [TimeToLive]
    public DateTime? Until { get; set; }
}
