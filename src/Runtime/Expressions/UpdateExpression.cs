using System.Runtime.InteropServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Expressions;

/// <summary>The actions of one update. They are collected in any order, refused if they overlap, and written by clause.</summary>
internal sealed class UpdateExpression
{
    private readonly List<UpdateAction> actions = [];

    public bool IsEmpty => actions.Count == 0;

    /// <summary>The actions, in the order in which they came.</summary>
    public IReadOnlyList<UpdateAction> Actions => actions;

    /// <summary>Whether the update creates an item that does not exist. One that only removes does not.</summary>
    public bool CreatesItem => actions.Exists(static action => action.Clause is UpdateClause.Set or UpdateClause.Add);

    public void Add(UpdateAction action)
    {
        action.Path.ThrowIfNoAttribute();
        foreach (var other in actions)
        {
            if (other.Path.Overlaps(action.Path))
            {
                throw new ArgumentException(
                    $"The update changes '{other.Path}' and '{action.Path}', and DynamoDB refuses paths that overlap. " +
                    "Change each attribute once, or a map as a whole.");
            }
        }

        actions.Add(action);
    }

    /// <summary>
    /// The least number of bytes that the update's values take in the item, as DynamoDB counts them, and where most of them are.
    /// </summary>
    public (int Bytes, AttributePath Largest) CountStored()
    {
        using var context = ExpressionContext.Rent();
        using var buffer = WireBuffer.Rent();
        var writer = new ItemWriter(buffer);
        var (total, most, largest) = (0, 0, default(AttributePath));
        foreach (var action in actions.Where(static action => action.StoresValues))
        {
            context.Clear();
            action.Write(ref writer, context);
            var bytes = ItemSize.OfValues(context.ValuesSince(0));
            total += bytes;
            if (bytes > most)
                (most, largest) = (bytes, action.Path);
        }

        return (total, largest);
    }

    /// <summary>Writes <c>,"UpdateExpression":"…"</c>.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="context">Collects the names and values.</param>
    /// <param name="itemType">What is updated, for errors.</param>
    /// <param name="derived">What follows from the actions: the keys of indexes.</param>
    public void Write(ref ItemWriter writer, ExpressionContext context, Type itemType, ReadOnlySpan<UpdateAction> derived)
    {
        if (IsEmpty)
        {
            throw new InvalidOperationException(
                "The update changes nothing. Add at least one of Set, Add, Remove, Append, Prepend or Take, or don't send it.");
        }

        // An operator takes at least a dozen bytes of an update, so 4 KB of text never hold more than the 300 that DynamoDB allows.
        writer.WriteRaw(",\"UpdateExpression\":\""u8);
        context.Begin(ref writer);
        var isFirst = true;
        for (var clause = UpdateClause.Set; clause <= UpdateClause.Delete; clause++)
        {
            var isFirstOfClause = true;
            WriteClause(ref writer, context, clause, CollectionsMarshal.AsSpan(actions), ref isFirst, ref isFirstOfClause);
            WriteClause(ref writer, context, clause, derived, ref isFirst, ref isFirstOfClause);
        }

        context.End(ref writer, "update");
        writer.WriteRaw("\""u8);

        // The values in JSON are never shorter than what DynamoDB counts.
        if (context.ValuesLength > ItemTooLargeException.MaxBytes && CountStored() is { Bytes: > ItemTooLargeException.MaxBytes } stored)
            throw new ItemTooLargeException(itemType, stored.Largest.ToString(), stored.Bytes);
    }

    private static void WriteClause(
        ref ItemWriter writer,
        ExpressionContext context,
        UpdateClause clause,
        ReadOnlySpan<UpdateAction> actions,
        ref bool isFirst,
        ref bool isFirstOfClause)
    {
        foreach (var action in actions)
        {
            if (action.Clause != clause)
                continue;

            if (!isFirstOfClause)
            {
                writer.WriteRaw(", "u8);
            }
            else
            {
                if (!isFirst)
                    writer.WriteRaw(" "u8);
                writer.WriteRaw(Keyword(clause));
            }

            action.Write(ref writer, context);
            isFirstOfClause = false;
            isFirst = false;
        }
    }

    private static ReadOnlySpan<byte> Keyword(UpdateClause clause) => clause switch
    {
        UpdateClause.Set => "SET "u8,
        UpdateClause.Remove => "REMOVE "u8,
        UpdateClause.Add => "ADD "u8,
        UpdateClause.Delete => "DELETE "u8,
        _ => throw new ArgumentOutOfRangeException(nameof(clause), clause, "Unknown clause."),
    };
}
