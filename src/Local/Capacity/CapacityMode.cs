namespace DynamoToolkit.Local.Capacity;

/// <summary>How much detail of the consumed capacity a request asks for.</summary>
internal enum CapacityMode
{
    None,
    Total,
    Indexes,
}
