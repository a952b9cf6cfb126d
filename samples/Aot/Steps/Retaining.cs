using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Items that are kept for a declared time, restored, and swept.</summary>
internal static class Retaining
{
    public static async Task RunAsync(DynamoClient db)
    {
        var receipts = db.Table<Receipt>();
        var receipt = new Receipt("1");
        await receipts.CreateAsync(receipt);
        Expect.True(receipt.ExpiresAt > DateTimeOffset.UtcNow.AddDays(364));
        Expect.True((await receipts.RestoreAsync(Receipt.Key("1")))!.ExpiresAt is null);
        Expect.True((await receipts.ExpireAsync(Receipt.Key("1")))!.ExpiresAt is not null);
        Expect.True(receipts.GetExpirationTime() > DateTimeOffset.UtcNow.AddDays(364));
        var sweep = await receipts.ApplyRetentionAsync(one => one.CreatedAt.AddDays(1), new SweepOptions { PageSize = 10 });
        Expect.Equal("1, 0", $"{sweep.Changed}, {sweep.Skipped}");
        await receipts.DeleteAsync(Receipt.Key("1"));
    }
}
