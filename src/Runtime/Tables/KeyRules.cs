using DynamoToolkit.Expressions;

namespace DynamoToolkit;

/// <summary>DynamoDB's rules about key attributes.</summary>
internal static class KeyRules
{
    public static bool IsTableKey(TableModel model, string attributeName) =>
        model.Partition.AttributeName == attributeName || model.Sort?.AttributeName == attributeName;

    public static bool IsIndexKey(IndexModel index, string attributeName) => Has(index.Partition, attributeName) || Has(index.Sort, attributeName);

    public static void ThrowIfTableKey(TableModel model, AttributePath path)
    {
        if (IsTableKey(model, path.RootName))
            throw new ArgumentException($"'{path.RootName}' is a key attribute of {model.ItemType.Name}, and DynamoDB refuses to update keys. Delete the item and put it under its new key, in one transaction.");
    }

    private static bool Has(IReadOnlyList<KeyModel> keys, string attributeName)
    {
        foreach (var key in keys)
        {
            if (key.AttributeName == attributeName)
                return true;
        }

        return false;
    }
}
