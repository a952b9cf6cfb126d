using System.Security.Cryptography;
using System.Text;

namespace DynamoToolkit.Streams.DeadLetters;

/// <summary>The key of an item as a part of other keys: short, whatever the key is.</summary>
internal static class ItemId
{
    private const int Bytes = 16;

    /// <summary>The id of an item of a table.</summary>
    public static string Of(in ItemIdentity item)
    {
        var text = $"{item.Partition.Type}\n{item.Partition}\n{item.Sort.Type}\n{item.Sort}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
    }
}
