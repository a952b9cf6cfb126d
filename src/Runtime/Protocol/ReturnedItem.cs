namespace DynamoToolkit.Protocol;

/// <summary>Which attributes of the item a write's response returns.</summary>
internal enum ReturnedItem
{
    None,
    Old,
    New,
    UpdatedOld,
    UpdatedNew,
}
