namespace DynamoToolkit.Expressions;

/// <summary>
/// The composed keys of indexes that an update has to write too: those whose members it changes, because the item would stay under its old
/// key in the index; and, if it creates an item, those that consist of constants and of the table's key, because a put writes them too.
/// </summary>
internal sealed class IndexKeyActions<T> : IKeyMembers
    where T : IItem<T>
{
    private readonly IReadOnlyList<UpdateAction> actions;
    private readonly ItemKey<T> itemKey;
    private readonly KeyModel indexKey;
    private readonly UpdateAction? created;

    private IndexKeyActions(IReadOnlyList<UpdateAction> actions, ItemKey<T> itemKey, KeyModel indexKey, UpdateAction? created)
    {
        this.actions = actions;
        this.itemKey = itemKey;
        this.indexKey = indexKey;
        this.created = created;
    }

    /// <summary>What follows from an update's actions.</summary>
    /// <param name="update">The update.</param>
    /// <param name="itemKey">The updated item's key.</param>
    /// <param name="updated">The action that sets the time of change, if there is one.</param>
    /// <param name="created">The action that sets the time of creation if the item has none, if there is one.</param>
    /// <param name="token">The action that changes the concurrency token, if there is one.</param>
    /// <exception cref="InvalidOperationException">A key changes, and the update does not say to what.</exception>
    public static UpdateAction[] Of(
        UpdateExpression update, ItemKey<T> itemKey, UpdateAction? updated, UpdateAction? created, UpdateAction? token)
    {
        if (T.Model is { ComposedIndexKeys.Length: 0, Below.Count: 0 })
            return [];
        var actions = updated is null ? update.Actions : [.. update.Actions, updated];
        if (token is not null)
            actions = [.. actions, token];
        ThrowIfOfDerivedType(actions);
        List<UpdateAction>? derived = null;
        foreach (var key in T.Model.ComposedIndexKeys)
        {
            // An update that sets the key's own attribute decides its value.
            if (Find(actions, key.AttributeName) is not null)
                continue;
            if (key.Members.Length > 0 ? Changes(actions, key) : update.CreatesItem)
                (derived ??= []).Add(new IndexKeyActions<T>(actions, itemKey, key, created: null).Action());
            else if (update.CreatesItem && created is not null && IsOnly(key, created.Path.RootName))
                (derived ??= []).Add(new IndexKeyActions<T>([], itemKey, key, created).ActionOfCreation());
        }

        return derived is null ? [] : [.. derived];
    }

    // A view may lack members of the key.
    private static string Elsewhere => T.Model.ViewOf is { } items ? $", update the item through {items.ItemType.Name}" : "";

    TValue IKeyMembers.Get<TValue>(string attributeName) =>
        (created ?? Find(actions, attributeName)) is IStoredValue<TValue> action && action.TryGet(out var value)
            ? value
            : throw Computed(attributeName);

    ItemKey<TItem> IKeyMembers.Key<TItem>() => new(itemKey.Partition, itemKey.Sort);

    private static bool IsOnly(KeyModel key, string attributeName) => key.Members is [var member] && member.AttributeName == attributeName;

    /// <summary>Of the types below a base class, the update can't know which one the item is of, and so not its keys.</summary>
    private static void ThrowIfOfDerivedType(IReadOnlyList<UpdateAction> actions)
    {
        foreach (var type in T.Model.Below)
        {
            foreach (var key in type.ComposedIndexKeys)
            {
                if (!Changes(actions, key) || Array.Exists(T.Model.ComposedIndexKeys, own => own.AttributeName == key.AttributeName))
                    continue;

                throw new InvalidOperationException(
                    $"{Change(actions, key)}, but only of items that are a {type.ItemType.Name}. "
                    + $"Update a {type.ItemType.Name} through its own table, or declare the index on {typeof(T).Name}.");
            }
        }
    }

    // A loop, because a lambda would allocate for each update.
    private static bool Changes(IReadOnlyList<UpdateAction> actions, KeyModel key)
    {
        foreach (var part in key.Members)
        {
            if (Find(actions, part.AttributeName) is not null)
                return true;
        }

        return false;
    }

    private static UpdateAction? Find(IReadOnlyList<UpdateAction> actions, string attributeName)
    {
        for (var i = 0; i < actions.Count; i++)
        {
            if (actions[i].Path.RootName == attributeName)
                return actions[i];
        }

        return null;
    }

    private UpdateAction Action()
    {
        // Without one of its members, the item has no key and leaves the index.
        var path = new AttributePath(indexKey.AttributeName);
        if (Array.Exists(indexKey.Members, part => Find(actions, part.AttributeName) is RemoveAction))
            return new RemoveAction(path);

        var missing = Array.FindAll(indexKey.Members, part => Find(actions, part.AttributeName) is null);
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"{Change()}. The update would leave the item under its old key, because it does not set "
                + $"{string.Join(" and ", missing.Select(part => $"'{part.Member}'"))}. "
                + $"Set all members of the key in the same update{Elsewhere}, or put the whole item.");
        }

        return new SetKeyAction(path, Compose(), KeyRules.IndexKeyAt(T.Model, path));
    }

    /// <summary>The item keeps its time of creation and the key that is built from it. An item that the update creates gets both.</summary>
    private SetKeyAction ActionOfCreation()
    {
        var path = new AttributePath(indexKey.AttributeName);
        return new SetKeyAction(path, Compose(), KeyRules.IndexKeyAt(T.Model, path), onlyIfAbsent: true);
    }

    private KeyValue Compose()
    {
        var value = indexKey.Compose is { } compose ? compose(this) : KeyValue.Of(indexKey.ConstantPrefix);
        return value.IsNone
            ? throw new InvalidOperationException(
                $"The key '{itemKey}' is not a key of {typeof(T).Name}, so that the index key '{indexKey.AttributeName}', "
                + $"which is built from it, is unknown. Create keys with {typeof(T).Name}.Key.")
            : value;
    }

    private InvalidOperationException Computed(string attributeName) => new(
        T.Model.Stamps?.Token?.AttributeName == attributeName
            ? $"{Change()}. Each update has the service increment '{attributeName}', and the key can't follow. "
                + "Put the whole item, or leave the concurrency token out of the key."
            : $"{Change()}. The value of '{attributeName}' is computed by the service, and the key can't be. "
                + $"Set it to a value{Elsewhere}, or put the whole item.");

    private string Change() => Change(actions, indexKey);

    private static string Change(IReadOnlyList<UpdateAction> actions, KeyModel indexKey)
    {
        var changed = Array.Find(indexKey.Members, part => Find(actions, part.AttributeName) is not null);
        return $"The update of {typeof(T).Name} changes '{changed.Member}', "
            + $"and the index key '{indexKey.AttributeName}' is built from it: {indexKey.Template}";
    }
}
