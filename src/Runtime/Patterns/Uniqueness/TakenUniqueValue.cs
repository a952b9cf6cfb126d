using System.Text;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace DynamoToolkit;

/// <summary>A unique value that another item holds.</summary>
public sealed class TakenUniqueValue
{
    internal TakenUniqueValue(UniqueConstraint constraint, string value, Dictionary<string, AttributeValue>? reservation)
    {
        Constraint = constraint.Name;
        Members = [.. constraint.Parts.Select(static part => part.MemberName)];
        Value = value;
        OwnerPartitionKey = Read(reservation?.GetValueOrDefault(Reservation.OwnerName));
        OwnerSortKey = Read(reservation?.GetValueOrDefault(Reservation.OwnerSortName));
    }

    /// <summary>The constraint's name.</summary>
    public string Constraint { get; }

    /// <summary>The members whose value is taken.</summary>
    public IReadOnlyList<string> Members { get; }

    /// <summary>The value as people read it; the values of several members are separated by slashes.</summary>
    public string Value { get; }

    /// <summary>The partition key of the item that holds the value; the default value if it is not known.</summary>
    public KeyValue OwnerPartitionKey { get; }

    /// <summary>The sort key of the item that holds the value; the default value if the table has none or it is not known.</summary>
    public KeyValue OwnerSortKey { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var owner = OwnerPartitionKey.IsNone ? "another item"
            : OwnerSortKey.IsNone ? $"the item '{OwnerPartitionKey}'"
            : $"the item '{OwnerPartitionKey}', '{OwnerSortKey}'";
        return $"{string.Join(" and ", Members)} '{Value}' is taken by {owner}.";
    }

    private static KeyValue Read(AttributeValue? value) => value switch
    {
        { S: { } text } => KeyValue.Of(text),
        { N: { } number } => KeyValue.OfNumberText(Encoding.UTF8.GetBytes(number)),
        { B: { } bytes } => KeyValue.Of(bytes.ToArray()),
        _ => default,
    };
}
