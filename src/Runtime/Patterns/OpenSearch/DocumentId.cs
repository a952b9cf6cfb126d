using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DynamoToolkit.Patterns.OpenSearch;

/// <summary>
/// The id of an item's document: a hash of its key, because an id has at most 512 bytes and a key up to 3 KB. The key is in the document.
/// </summary>
internal static class DocumentId
{
    public static string Of<T>(ItemKey<T> key)
        where T : IItem<T>
    {
        var (partition, sort) = (key.Partition.ToString(), key.Sort.ToString());
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(partition) + Encoding.UTF8.GetByteCount(sort)];
        var length = Encoding.UTF8.GetBytes(partition, bytes.AsSpan(sizeof(int)));
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        Encoding.UTF8.GetBytes(sort, bytes.AsSpan(sizeof(int) + length));
        return Base64Url.EncodeToString(SHA256.HashData(bytes));
    }
}
