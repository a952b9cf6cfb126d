namespace DynamoToolkit.Protocol;

/// <summary>What a write's response holds of the item.</summary>
internal enum ReturnedItem
{
    None,
    Old,
    New,
    UpdatedOld,
    UpdatedNew,
}
