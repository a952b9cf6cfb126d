namespace DynamoToolkit.Expressions;

/// <summary>DynamoDB's rules about key attributes in updates.</summary>
internal static class KeyRules
{
    public static void ThrowIfTableKey(TableModel model, AttributePath path)
    {
        if (model.HasKey(path.RootName))
        {
            throw new ArgumentException(
                $"'{path.RootName}' is a key attribute of {model.ItemType.Name}, and DynamoDB refuses to update keys. " +
                "Delete the item and put it under its new key, in one transaction.");
        }
    }

    /// <summary>Returns the index key that an update's path names, or null if it does not name one.</summary>
    public static IndexKey? IndexKeyAt(TableModel model, AttributePath path)
    {
        // A loop, because a lambda would allocate for each action.
        foreach (var key in model.IndexKeys)
        {
            if (path.IsAttribute(key.AttributeName))
                return key;
        }

        return null;
    }
}
