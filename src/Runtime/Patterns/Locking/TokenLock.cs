using System.Globalization;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace DynamoToolkit.Patterns.Locking;

/// <summary>
/// The part of one write that is about the concurrency token: the token that it expects, and the token that it writes. Both are fixed when
/// the write is first written into a request, so that every retry sends the same bytes.
/// </summary>
/// <param name="token">The item type's token.</param>
internal sealed class TokenLock(ConcurrencyTokenModel token)
{
    /// <summary>The token that the item must have; the default value if the write does not compare it.</summary>
    public KeyValue Expected { get; private set; }

    /// <summary>The token that the item has after the write; the default value if it is not known.</summary>
    public KeyValue Next { get; private set; }

    /// <summary>Whether the item must not exist.</summary>
    public bool MustNotExist { get; set; }

    /// <summary>Whether the token is not compared.</summary>
    public bool IsIgnored { get; set; }

    /// <summary>Whether an item that does not exist is as good as one with the token: that is so for deletes.</summary>
    public bool AllowsAbsent { get; init; }

    /// <summary>Whether the condition that the lock adds needs the current item to explain its failure.</summary>
    public bool NeedsItemOnFailure => !Expected.IsNone || (!Next.IsNone && !token.IsNumber);

    /// <summary>Expects a token that the caller knows.</summary>
    /// <exception cref="ArgumentException">The type has a token of another kind.</exception>
    public void Expect(KeyValue expected)
    {
        if (expected.Type != (token.IsNumber ? KeyType.Number : KeyType.String))
        {
            throw new ArgumentException(
                $"The concurrency token '{token.AttributeName}' is a {(token.IsNumber ? "number" : "text")}. Pass one of that type.");
        }

        Expected = expected;
    }

    /// <summary>Fixes the tokens of a put of an item.</summary>
    /// <exception cref="InvalidOperationException">It is unknown which token to expect, or which one to write.</exception>
    public void FixForPut(object item)
    {
        if (!Next.IsNone)
            return;

        if (MustNotExist)
        {
            if (!Expected.IsNone)
                throw new InvalidOperationException("An item that must not exist has no concurrency token. Use one of the conditions.");
            Next = token.First();
            return;
        }

        if (IsIgnored && token.IsNumber)
        {
            throw new InvalidOperationException(
                $"A put can't ignore the concurrency token '{token.AttributeName}', because it would have to add 1 to a number "
                + "that it does not know. Update the item by its key, which adds 1 to any number, or use a string or Guid as token.");
        }

        if (IsIgnored)
        {
            Next = token.First();
            return;
        }

        if (Expected.IsNone)
            ExpectOf(item, "put", "Create a new item with CreateAsync or Put(item).IfNotExists(), or read the item before you change it.");
        Next = token.After(Expected);
    }

    /// <summary>Fixes the token that a write of an item other than a put expects.</summary>
    /// <exception cref="InvalidOperationException">The item has no token.</exception>
    public void ExpectOf(object item, string verb, string remedy)
    {
        if (!Expected.IsNone)
            return;
        Expected = token.Of(item);
        if (Expected.IsNone)
        {
            throw new InvalidOperationException(
                $"The {item.GetType().Name} has no concurrency token: '{token.AttributeName}' is null, so the {verb} can't compare it. "
                + remedy);
        }
    }

    /// <summary>Fixes the text that an update writes. A number is incremented by the service, so it needs none.</summary>
    public void FixForUpdate()
    {
        if (Next.IsNone && !token.IsNumber)
            Next = token.First();
    }

    /// <summary>The action with which an update changes the token.</summary>
    public UpdateAction Action() => token.IsNumber
        ? new AddAction<long, NumberConverter<long>>(new AttributePath(token.AttributeName), 1)
        : new SetKeyAction(new AttributePath(token.AttributeName), Next, key: null);

    /// <summary>The condition on the token, or null if it is not compared.</summary>
    public Condition? ConditionIn(TableModel model)
    {
        if (Expected.IsNone || IsIgnored)
            return null;
        var isExpected = new EqualsKeyCondition(new AttributePath(token.AttributeName), Expected);
        return AllowsAbsent
            ? new ExistenceCondition(new AttributePath(model.Partition.AttributeName), exists: false) | isExpected
            : isExpected;
    }

    /// <summary>Assigns the new token to the item that was put, and forgets it: another send is another write.</summary>
    public void Succeed(object item)
    {
        token.Assign(item, Next);
        (Expected, Next) = (default, default);
    }

    /// <summary>Assigns the new token to the copy that is written.</summary>
    public void Stamp(object copy) => token.Assign(copy, Next);

    /// <summary>Explains why the write's condition failed.</summary>
    /// <param name="current">The current item, as the service returned it; null or empty if there is none.</param>
    public LockOutcome Explain(Dictionary<string, AttributeValue>? current)
    {
        var found = Find(current);
        if (!token.IsNumber && !Next.IsNone && found == Next)
            return LockOutcome.OwnWrite;
        return Expected.IsNone || IsIgnored || found == Expected ? LockOutcome.OtherCondition : LockOutcome.Conflict;
    }

    /// <summary>The token of the current item; the default value if there is none.</summary>
    public KeyValue Find(Dictionary<string, AttributeValue>? current) =>
        current?.GetValueOrDefault(token.AttributeName) switch
        {
            { N: { } number } => OfNumber(number),
            { S: { } text } => KeyValue.Of(text),
            _ => default,
        };

    /// <summary>A number that is not one of ours, such as one beyond a decimal, still shows in the error.</summary>
    private static KeyValue OfNumber(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? KeyValue.Of(value)
            : KeyValue.Of(number);
}
