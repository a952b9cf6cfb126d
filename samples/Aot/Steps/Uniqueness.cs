using AotShop.Model;
using DynamoToolkit;

namespace AotShop.Steps;

/// <summary>Unique values: created, changed, found, deleted and repaired.</summary>
internal static class Uniqueness
{
    public static async Task RunAsync(DynamoClient db)
    {
        var members = db.Table<Member>();
        var ada = new Member("1") { Email = "ada", Series = "A", Number = 1 };
        await members.CreateAsync(ada);
        try
        {
            await members.CreateAsync(new Member("2") { Email = "ada" });
            throw new InvalidOperationException("Two members have one address.");
        }
        catch (UniqueValueTakenException taken)
        {
            Expect.Equal("Email 'ada' is taken by the item 'MEMBER#1'.", taken.Values[0].ToString());
        }

        var changed = ada with { Email = "countess" };
        await members.ChangeAsync(ada, changed);
        Expect.Equal(changed, (await members.GetByUniqueAsync(Member.Unique.Email("countess")))!);
        Expect.Equal(changed, (await members.GetByUniqueAsync(Member.Unique.SeriesNumber("A", 1)))!);
        var again = (await members.ChangeAsync(Member.Key("1"), member => member with { Number = 2 }))!;
        await db.TransactWriteAsync(
        [
            members.Put(new Member("2") { Email = "ada" }).IfNotExists(),
            members.Change(again, again with { Series = "B" }),
        ]);

        var repair = await members.RepairUniqueAsync(new SweepOptions { PageSize = 1 });
        Expect.Equal("0, 0, 0", $"{repair.Reserved}, {repair.Released}, {repair.Duplicates.Count}");
        Expect.Equal(2, await members.Scan().CountAsync());
        await members.DeleteAsync(again with { Series = "B" });
        Expect.True(await members.RemoveAsync(Member.Key("2")) is not null);
    }
}
