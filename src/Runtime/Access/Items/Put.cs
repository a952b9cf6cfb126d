using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>Puts a whole item: creates it, or replaces the item with the same key.</summary>
/// <typeparam name="T">The item type.</typeparam>
/// <remarks>
/// A builder for one use: each call changes it and returns it. Create a new one for each put. Not safe for concurrent use.
/// </remarks>
public sealed class Put<T> : ExecutableWrite<Put<T>, T>
    where T : IItem<T>
{
    internal Put(TableHandle table, T item)
        : base(new PutItem<T>(table, item is null ? throw new ArgumentNullException(nameof(item)) : item)) => T.Model.ThrowIfView();

    /// <summary>Creates the item, and never replaces one. Other conditions must hold, too.</summary>
    /// <remarks>
    /// An item that has expired, but that the service has not deleted yet, does not exist, as in reads. If there is an item, executing the
    /// put throws a <see cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException"/>.
    /// </remarks>
    public Put<T> IfNotExists()
    {
        if (Request.Lock is { } token)
            token.MustNotExist = true;
        Request.MustNotExist = true;
        return IfAbsent();
    }

    /// <summary>Replaces an item of which this is known, and only that one.</summary>
    internal Put<T> Replacing(ReplacedItem known)
    {
        ((PutItem<T>)Request).Replaced = known;
        return IfExists();
    }

    /// <summary>
    /// Replaces the item whatever its concurrency token is, and gives it a new one, so that other writers notice. Only for tokens that are
    /// texts: executing a put of an item with a number as token throws, because a put can't add to a number that it does not know.
    /// </summary>
    /// <exception cref="InvalidOperationException">The type has no concurrency token.</exception>
    public Put<T> IgnoreConcurrencyToken()
    {
        Request.RequireLock().IsIgnored = true;
        return this;
    }
}
