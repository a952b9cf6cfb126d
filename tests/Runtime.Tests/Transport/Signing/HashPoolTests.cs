using System.Security.Cryptography;
using DynamoToolkit.Transport.Signing;

namespace DynamoToolkit.Runtime.Tests.Transport.Signing;

public sealed class HashPoolTests
{
    private static readonly byte[] Key = "a key"u8.ToArray();

    [Fact]
    public void Hash_ReusedContext_StartsAfresh()
    {
        var pool = new HashPool(static () => IncrementalHash.CreateHash(HashAlgorithmName.SHA256));
        for (var length = 0; length < 200; length++)
        {
            var bytes = RandomNumberGenerator.GetBytes(length);
            Assert.Equal(SHA256.HashData(bytes), Hash(pool, bytes));
        }
    }

    [Fact]
    public void Hash_ThatFails_LeavesNothingBehind()
    {
        var pool = new HashPool(static () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key));
        var bytes = "some bytes"u8.ToArray();
        for (var i = 0; i < 3; i++)
        {
            // The bytes have gone into the context when the missing room for the hash is noticed.
            Assert.Throws<ArgumentException>(() => pool.Hash(bytes, new byte[3]));
            Assert.Equal(HMACSHA256.HashData(Key, bytes), Hash(pool, bytes));
        }
    }

    [Fact]
    public void Hash_OneCallerAtATime_MakesFewContexts()
    {
        var made = 0;
        var pool = new HashPool(() =>
        {
            Interlocked.Increment(ref made);
            return IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        });

        for (var i = 0; i < 1_000; i++)
            Hash(pool, [1]);

        // The thread may move between processors, and each has one of its own.
        Assert.InRange(made, 1, Environment.ProcessorCount);
    }

    [Fact]
    public void Hash_ManyThreads_NeverMixTheirBytes()
    {
        var pool = new HashPool(static () => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key));
        Parallel.For(0, 8, worker =>
        {
            for (var i = 0; i < 2_000; i++)
            {
                var bytes = new byte[(worker * 37) + (i % 5)];
                bytes.AsSpan().Fill((byte)worker);
                Assert.Equal(HMACSHA256.HashData(Key, bytes), Hash(pool, bytes));
            }
        });
    }

    private static byte[] Hash(HashPool pool, byte[] bytes)
    {
        var hash = new byte[SHA256.HashSizeInBytes];
        pool.Hash(bytes, hash);
        return hash;
    }
}
