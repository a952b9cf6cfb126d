namespace DynamoToolkit.Local.Capacity;

/// <summary>How much of the consumed capacity a request wants to be told.</summary>
internal enum CapacityMode
{
    None,
    Total,
    Indexes,
}
