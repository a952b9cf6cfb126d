namespace DynamoToolkit.Local.Streams;

/// <summary>What a write did to an item.</summary>
internal enum StreamEvent : byte
{
    Insert = 1,
    Modify = 2,
    Remove = 3,
}
