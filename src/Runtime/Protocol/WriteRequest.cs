using DynamoToolkit.Borders;
using DynamoToolkit.Expressions;
using DynamoToolkit.Patterns.Locking;
using DynamoToolkit.Patterns.Times;
using DynamoToolkit.Patterns.Uniqueness;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;
using ConditionalCheckFailedException = Amazon.DynamoDBv2.Model.ConditionalCheckFailedException;
using ResourceNotFoundException = Amazon.DynamoDBv2.Model.ResourceNotFoundException;

namespace DynamoToolkit.Protocol;

/// <summary>A write of one item: alone, or as part of a batch or a transaction.</summary>
internal abstract class WriteRequest(TableHandle table)
{
    public TableHandle Table { get; } = table;

    /// <summary>What the item type declares about its table.</summary>
    public abstract TableModel Model { get; }

    /// <summary>The item's key.</summary>
    public abstract ItemIdentity Identity { get; }

    public Condition? Condition { get; set; }

    /// <summary>What the write does about the concurrency token; null if it neither compares nor changes one.</summary>
    public TokenLock? Lock { get; protected set; }

    /// <summary>Whether the error of a failed condition contains the current item.</summary>
    public bool ReturnsItemOnFailure { get; set; }

    /// <summary>Which attributes of the item the response returns.</summary>
    public ReturnedItem Returned { get; set; }

    public CapacityDetail Capacity { get; set; }

    public bool ReturnsCollectionMetrics { get; set; }

    /// <summary>Whether the write is an update to which only actions without elements were given, so that it has nothing to do.</summary>
    public bool ChangesNothing { get; protected set; }

    /// <summary>Why the write cannot be in a batch, or null if it can.</summary>
    public string? BatchObstacle =>
        VersionObstacle is { } version ? version
        : Returned is not ReturnedItem.None ? "it requests the item back, but a batch returns no items; execute it alone"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a batch together; use BatchWriteOptions"
        : KindObstacle
            ?? (Condition is null ? null : "it has a condition, which a batch cannot check; use a transaction, or execute it alone");

    /// <summary>Why the write cannot be in a transaction, or null if it can.</summary>
    public virtual string? TransactionObstacle =>
        VersionObstacle is { } version ? version
        : Returned is not ReturnedItem.None ? "it requests the item back, but a transaction of writes returns no items; read it afterwards"
        : MetricsObstacle is { } obstacle ? $"{obstacle} for all operations of a transaction together; use TransactWriteOptions"
        : null;

    /// <summary>The operation that executes the write alone.</summary>
    public abstract DynamoOperation Operation { get; }

    /// <summary>Whether the write may change a version without the copy of the latest one, if versions are kept.</summary>
    public bool BypassesVersions { get; set; }

    /// <summary>Why this kind of write cannot be in a batch, or null if it can.</summary>
    protected virtual string? KindObstacle => null;

    /// <summary>Why the write cannot be executed because versions of the item are kept, or null if it can.</summary>
    protected virtual string? VersionObstacle =>
        Model.Versions is not { } versions ? null
        : versions.IsLatest(Identity.Sort)
            ? "it would write version 0, the copy of the latest version, which only SaveVersionAsync and DeleteHistoryAsync write"
        : BypassesVersions ? null
        : $"the versions of {Model.ItemType.Name} are kept, and it would change one without the copy of the latest version; use "
            + "SaveVersionAsync, or BypassVersionControl() for imports and repairs";

    private string? MetricsObstacle =>
        Capacity is not CapacityDetail.None ? "it requests consumed capacity, which DynamoDB reports"
        : ReturnsCollectionMetrics ? "it requests the size of its item collection, which DynamoDB reports"
        : null;

    /// <summary>The unique value that the write reserves or releases for another write's item; null if it is a write of its own.</summary>
    public virtual ReservedValue? Reserved => null;

    /// <summary>Whether the write was told that its item must not exist.</summary>
    public bool MustNotExist { get; set; }

    /// <summary>Whether the write was told that its item must exist.</summary>
    public bool MustExist { get; set; }

    /// <summary>
    /// The writes that belong to this one and have to happen in the same transaction: those of the reservations of unique values. Most
    /// writes have none.
    /// </summary>
    /// <exception cref="InvalidOperationException">The write cannot know which values it has to release.</exception>
    public virtual IReadOnlyList<WriteRequest> Companions() => [];

    /// <summary>
    /// What the write changes in trigram indexes, besides the item; null before <see cref="Fix"/>, and for a write that changes nothing in
    /// them.
    /// </summary>
    protected virtual IPostingChange? Postings => null;

    /// <summary>Fixes what the write sets by itself, and returns what it changes in trigram indexes, or null.</summary>
    public IPostingChange? FixPostings()
    {
        if (Model.Trigrams is not { AreTracked: true })
            return null;
        Fix();
        return Postings;
    }

    /// <summary>
    /// Returns the size in bytes, as DynamoDB counts it, of the data that the write stores. It writes everything again, so call it only
    /// when needed.
    /// </summary>
    public virtual int CountStored() => 0;

    /// <summary>The lock of the write, which compares the concurrency token.</summary>
    /// <exception cref="InvalidOperationException">The type has no concurrency token.</exception>
    public TokenLock RequireLock() => Lock ??= NewLock() ?? throw new InvalidOperationException(
        $"{Model.ItemType.Name} has no concurrency token. Mark one of its members with [ConcurrencyToken].");

    /// <summary>
    /// Notes that the service has executed the write: the item in memory gets its new token and times. A builder that is sent again is
    /// another write.
    /// </summary>
    public virtual void Succeed() => Times = null;

    /// <summary>Writes <c>{"Put":{…}}</c>, <c>{"Update":{…}}</c>, <c>{"Delete":{…}}</c> or <c>{"ConditionCheck":{…}}</c>.</summary>
    public void WriteTransactItem(ref ItemWriter writer, ExpressionContext context)
    {
        context.Clear();
        writer.WriteRaw(TransactOpening);
        WriteCommon(ref writer, context, TransactCondition);
        writer.WriteRaw("}}"u8);
    }

    /// <summary>Writes <c>{"PutRequest":{…}}</c> or <c>{"DeleteRequest":{…}}</c>.</summary>
    public virtual void WriteBatchItem(ref ItemWriter writer) => throw new NotSupportedException($"{BatchObstacle}.");

    /// <summary>
    /// The condition that keeps the write from an item of another type with the same key, or null if the keys do. A batch has no
    /// conditions.
    /// </summary>
    protected virtual Condition? Guard => ItemTypeCondition.IsOrIsAbsent(Model);

    /// <summary>
    /// Prepares the table for the write, after it was checked: if the number of write shards changes, the item first moves to its new key.
    /// So conditions and updates see it there.
    /// </summary>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        ShardAddress.IsMoving(Model) ? ItemMove.EnsureAsync(Table, Model, Identity, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Executes the write alone.</summary>
    /// <typeparam name="TPart">The type that what comes back of the item is read as.</typeparam>
    public virtual Task<ItemResponse<TPart>> SendAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart> =>
        FixPostings() is { } change
            ? IndexedWrite.SendAsync(this, change, SendItemAsync<TPart>, cancellationToken)
            : SendItemAsync<TPart>(cancellationToken);

    private Task<ItemResponse<TPart>> SendItemAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        if (Companions() is { Count: > 0 } companions)
            return WriteGroup.SendAsync<TPart>(this, companions, cancellationToken);
        return ShardAddress.IsMoving(Model) ? SendMovedAsync<TPart>(cancellationToken) : SendAloneAsync<TPart>(cancellationToken);
    }

    private async Task<ItemResponse<TPart>> SendMovedAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        // A write that can't be sent must not move the item.
        using (var check = WireBuffer.Rent())
            Write(check);
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await SendAloneAsync<TPart>(cancellationToken).ConfigureAwait(false);
    }

    // Apart from the others, so that its state stays small: every write in flight has one.
    private async Task<ItemResponse<TPart>> SendAloneAsync<TPart>(CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        using var body = WireBuffer.Rent();
        Write(body);
        try
        {
            using var response = await Table.SendAsync(Operation, body, Capacity, Retries, cancellationToken)
                .ConfigureAwait(false);
            Succeed();
            return ItemResponse<TPart>.Read(response.WrittenSpan, "Attributes"u8, Model, discriminator: null, timeToLive: null, Table.Time);
        }
        catch (ConditionalCheckFailedException failed)
            when (Lock?.Explain(failed.Item) is LockOutcome.OwnWrite || Postings?.IsIn(failed.Item) == true)
        {
            Succeed();
            return ResponseOfEarlierAttempt<TPart>(failed);
        }
        catch (ConditionalCheckFailedException failed)
        {
            throw RequestErrors.ConditionFailed(failed, this);
        }
        catch (ResourceNotFoundException missing)
        {
            throw RequestErrors.TableMissing(missing, Operation, Identity);
        }
    }

    /// <summary>
    /// How often the write goes again after a conflict with a transaction. It always does where the library makes such transactions of
    /// single writes: for unique values, and to move items to other write shards.
    /// </summary>
    public ConflictRetries Retries => Model.Unique is not null || ShardAddress.IsMoving(Model)
        ? ConflictRetries.OfLibrary(Table.Client)
        : new ConflictRetries(Table.Client.MaxConflictRetries);

    /// <summary>Whether the write compares what it knows of the item with the stored one.</summary>
    public bool ComparesReplaced => ReplacedCondition is not null;

    /// <summary>The condition that the stored item is the one that the write knows, or null if it compares none.</summary>
    protected virtual Condition? ReplacedCondition => null;

    /// <summary>The times that the write sets; null if it sets none, or before <see cref="Fix"/>.</summary>
    protected WriteTimes? Times { get; private set; }

    /// <summary>Whether the write succeeds if the item does not exist, although it compares the token.</summary>
    protected virtual bool SucceedsWithoutItem => false;

    /// <summary>The condition that the concurrency token and the times need, or null if they need none.</summary>
    protected virtual Condition? StampCondition => Lock?.ConditionIn(Model);

    /// <summary>
    /// Fixes what the write sets by itself, the tokens and the times, before it is written for the first time. So each retry of the
    /// transport, of a batch and of a transaction sends the same.
    /// </summary>
    protected virtual void Fix()
    {
    }

    /// <summary>A lock for the write; null if the type has no concurrency token.</summary>
    protected TokenLock? NewLock() =>
        Model.Stamps?.Token is { } token ? new TokenLock(token) { AllowsAbsent = SucceedsWithoutItem } : null;

    /// <summary>Fixes the times of the write.</summary>
    /// <param name="mayCreate">Whether the write may create the item, and with it the time at which it expires.</param>
    protected void FixTimes(bool mayCreate = false)
    {
        if (Times is not null || Model.Stamps is not { } stamps || !WriteTimes.Applies(stamps))
            return;
        var retention = mayCreate && Model.Retention is { IsOnDemand: false } declared ? declared : null;
        Times = new WriteTimes(stamps, Table.Time.GetUtcNow(), retention?.In(Table.Client.Retention));
    }

    /// <summary>The beginning of the write inside a transaction: <c>{"Put":</c>.</summary>
    protected abstract ReadOnlySpan<byte> TransactOpening { get; }

    /// <summary>The write's condition inside a transaction.</summary>
    protected virtual Condition? TransactCondition => Condition;

    /// <summary>Writes the members between the table's name and the condition: the item, or the key with the update.</summary>
    protected abstract void WriteContent(ref ItemWriter writer, ExpressionContext context);

    /// <summary>Writes the request that executes the write alone.</summary>
    public void Write(WireBuffer body)
    {
        if (VersionObstacle is { } obstacle)
            throw new InvalidOperationException($"The {Operation} of {Identity} can't be executed: {obstacle}.");
        using var context = ExpressionContext.Rent();
        var writer = new ItemWriter(body);
        WriteCommon(ref writer, context, Condition);
        RequestText.WriteReturnValues(ref writer, Returned);
        RequestText.WriteCapacity(ref writer, Capacity);
        RequestText.WriteCollectionMetrics(ref writer, ReturnsCollectionMetrics);
        writer.WriteRaw("}"u8);
        writer.Flush();
    }

    /// <summary>Writes the members that the write has both alone and in a transaction, without the closing brace.</summary>
    private void WriteCommon(ref ItemWriter writer, ExpressionContext context, Condition? condition)
    {
        Fix();
        writer.WriteRaw(Table.Opening);
        WriteContent(ref writer, context);
        if (StampCondition is { } stamp)
            condition = Condition.Both(condition, stamp);
        var replaced = ReplacedCondition;
        if (replaced is not null)
            condition = Condition.Both(condition, replaced);
        var whole = Guard is { } guard ? Condition.Both(condition, guard) : condition;
        if (whole is not null)
            RequestText.WriteExpression(ref writer, context, ",\"ConditionExpression\":\""u8, "condition", whole);
        context.WriteMembers(ref writer);
        var needsItem = replaced is not null || (whole is not null && (Postings is not null || Lock is { NeedsItemOnFailure: true }));
        if (ReturnsItemOnFailure || needsItem)
            writer.WriteRaw(",\"ReturnValuesOnConditionCheckFailure\":\"ALL_OLD\""u8);
    }

    /// <summary>
    /// The response to an attempt that arrived before, although its response was lost. The current item is the one that it wrote.
    /// </summary>
    private ItemResponse<TPart> ResponseOfEarlierAttempt<TPart>(ConditionalCheckFailedException failed)
        where TPart : IDynamoMap<TPart> => Returned switch
        {
            ReturnedItem.None => default,
            ReturnedItem.New => new ItemResponse<TPart>
            {
                Item = AttributeMapExtensions.FromAttributeMap<TPart>(failed.Item),
                HasItem = true,
            },
            _ => throw RequestErrors.ResponseLost(failed, this),
        };
}
