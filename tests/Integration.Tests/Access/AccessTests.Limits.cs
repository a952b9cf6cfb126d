using DynamoToolkit.Expressions;
using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>The library refuses what the engine refuses, and nothing that it takes.</summary>
public abstract partial class AccessTests
{
    [Theory]
    [InlineData("deep", 31)]
    [InlineData("place.deep", 30)]
    public async Task Value_NestedAsDeepAsCanBe_IsStored(string path, int lists)
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var deep = new Attribute<int, NestedLists>(
            path.Split('.').Aggregate(default(AttributePath), static (above, name) => above.Member(name)));
        await db.Runs.Update(Run.Key(id)).Set(deep, lists).ExecuteAsync(Ct);
        Assert.Equal(1, await db.Runs.Query(Run.Partition(id)).Where(deep == lists).CountAsync(Ct));
        var error = await Assert.ThrowsAsync<InvalidAttributeValueException>(
            () => db.Runs.Update(Run.Key(id)).Set(deep, lists + 1).ExecuteAsync(Ct));
        Assert.Equal(path, error.AttributeName);
    }

    [Fact]
    public async Task Condition_OfAsManyOperatorsAsCanBe_IsTaken()
    {
        var r = new Run.Attributes();
        await db.Runs.PutAsync(NewRun(), Ct);

        // 150 comparisons, 149 times OR, and the NOT.
        var others = Enumerable.Range(100, 150).Select(i => r.Steps == i).Aggregate(static (all, one) => all | one);
        await db.Runs.Update(Run.Key(id)).Set(u => u.Name, "x").If(!others).ExecuteAsync(Ct);
        await Assert.ThrowsAsync<ArgumentException>(
            () => db.Runs.Update(Run.Key(id)).Set(u => u.Name, "x").If(others & r.Steps.Exists()).ExecuteAsync(Ct));
    }

    [Fact]
    public async Task Update_OfAsManyAttributesAsFit_IsTaken()
    {
        await db.Runs.PutAsync(NewRun(), Ct);
        var update = db.Runs.Update(Run.Key(id));
        for (var i = 0; i < 220; i++)
            update.Set(r => r.Notes[$"n{i}"], "x");
        Assert.Equal(220 + NewRun().Notes.Count, (await update.ReturnNew().ExecuteAsync(Ct)).Item!.Notes.Count);
    }

    [Fact]
    public async Task Transaction_OfAsMuchDataAsCanBe_IsTaken()
    {
        IWriteOperation Put(int i, int length)
        {
            var run = NewRun($"{id}-{i}");
            run.Name = new string('x', length);
            return db.Runs.Put(run);
        }

        IWriteOperation[] most = [.. Enumerable.Range(0, 10).Select(i => Put(i, 400_000))];
        await db.Client.TransactWriteAsync(most, new TransactWriteOptions { ClientRequestToken = new string('t', 36) }, Ct);
        await Assert.ThrowsAsync<ArgumentException>(() => db.Client.TransactWriteAsync(most.Append(Put(10, 200_000)), Ct));
    }

    /// <summary>So many lists around a text.</summary>
    private sealed class NestedLists : IAttributeConverter<int>
    {
        public static void Write(ref ItemWriter writer, int value)
        {
            if (value == 0)
            {
                writer.WriteStringValue("leaf");
                return;
            }

            var list = writer.BeginList();
            writer.WriteComma();
            Write(ref writer, value - 1);
            writer.EndList(list);
        }

        public static int Read(ref ItemReader reader) => throw new NotSupportedException("Only written.");
    }
}
