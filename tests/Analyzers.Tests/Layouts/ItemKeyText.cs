using System.Text;

namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>An item's key, in the order in which DynamoDB sorts keys: by UTF-8 bytes.</summary>
/// <param name="Partition">The partition key.</param>
/// <param name="Sort">The sort key.</param>
internal readonly record struct ItemKeyText(string Partition, string Sort) : IComparable<ItemKeyText>
{
    public int CompareTo(ItemKeyText other) =>
        Compare(Partition, other.Partition) is var order and not 0 ? order : Compare(Sort, other.Sort);

    /// <summary>Compares two texts as DynamoDB does.</summary>
    public static int Compare(string one, string other) =>
        Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other));
}
