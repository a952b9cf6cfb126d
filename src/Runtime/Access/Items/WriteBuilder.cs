using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;

namespace DynamoToolkit;

/// <summary>What puts, updates, deletes and condition checks have in common.</summary>
/// <typeparam name="TSelf">The operation itself, so that calls chain.</typeparam>
/// <typeparam name="T">The item type.</typeparam>
public abstract class WriteBuilder<TSelf, T> : IWriteOperation, IConditional<TSelf, T>
    where TSelf : WriteBuilder<TSelf, T>
    where T : IItem<T>
{
    private protected WriteBuilder(WriteRequest request) => Request = request;

    /// <inheritdoc/>
    public string TableName => Request.Table.Name;

    WriteRequest IWriteOperation.Request => Request;

    private protected WriteRequest Request { get; }

    TSelf IConditional<TSelf, T>.Self => Self;

    private protected TSelf Self => (TSelf)this;

    /// <summary>Writes only if the condition holds. Several conditions must all hold.</summary>
    /// <remarks>
    /// If it does not hold, executing the write throws a <see cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException"/>.
    /// </remarks>
    public TSelf If(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        Request.Condition = Condition.Both(Request.Condition, condition);
        return Self;
    }

    /// <summary>
    /// Writes only if the item exists, so that a put replaces it and an update changes it. Other conditions must hold, too.
    /// </summary>
    /// <remarks>
    /// An item that has expired, but that the service has not deleted yet, does not exist, as in reads. If there is no item, executing
    /// the write throws a <see cref="Amazon.DynamoDBv2.Model.ConditionalCheckFailedException"/>.
    /// </remarks>
    public TSelf IfExists()
    {
        Request.MustExist = true;
        return If(Existence.Exists(T.Model, Request.Table.Time));
    }

    /// <summary>
    /// Writes only if the stored concurrency token is this one, such as the one that a browser sent, and not the one of the item in memory.
    /// </summary>
    /// <remarks>If it is another one, executing the write throws a <see cref="ConcurrencyConflictException"/>.</remarks>
    /// <param name="expected">The expected token.</param>
    /// <exception cref="InvalidOperationException">The type has no concurrency token.</exception>
    /// <exception cref="ArgumentException">The type's token is a text.</exception>
    public TSelf IfConcurrencyToken(long expected) => IfConcurrencyToken(KeyValue.Of(expected));

    /// <inheritdoc cref="IfConcurrencyToken(long)"/>
    /// <exception cref="ArgumentException">The type's token is a number.</exception>
    public TSelf IfConcurrencyToken(string expected) => IfConcurrencyToken(KeyValue.Of(expected));

    /// <inheritdoc cref="IfConcurrencyToken(string)"/>
    public TSelf IfConcurrencyToken(Guid expected) => IfConcurrencyToken(KeyValue.Of(expected));

    private TSelf IfConcurrencyToken(KeyValue expected)
    {
        Request.RequireLock().Expect(expected);
        return Self;
    }

    private protected TSelf IfAbsent() => If(Existence.IsAbsent(T.Model, Request.Table.Time));

    /// <summary>
    /// If the condition fails, returns the current item: in <c>ConditionalCheckFailedException.Item</c>, or in the transaction's
    /// cancellation reason.
    /// </summary>
    public TSelf ReturnItemOnFailure()
    {
        Request.ReturnsItemOnFailure = true;
        return Self;
    }
}
