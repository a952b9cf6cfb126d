namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UniqueValueNotKnownRuleTests
{
    [Fact]
    public Task Writes_ThatDoNotKnowTheValues_AreReported() => RuleVerifierAsync("""
        await users.{|DTK0093:PutAsync|}(user);
        await users.{|DTK0093:Put|}(user).ExecuteAsync();
        await users.{|DTK0093:Put|}(user).IfExists().ExecuteAsync();
        await users.{|DTK0093:DeleteAsync|}(User.Key("1"));
        await users.{|DTK0093:Delete|}(User.Key("1")).ExecuteAsync();
        await db.BatchWriteAsync([users.{|DTK0093:Put|}(user), users.{|DTK0093:Delete|}(user)]);
        await users.{|DTK0093:RestoreAsync|}(User.Key("1"));
        await users.{|DTK0093:ExpireAsync|}(User.Key("1"));
        """);

    [Fact]
    public Task Writes_ThatKnowTheValues_AreFine() => RuleVerifierAsync("""
        await users.CreateAsync(user);
        await users.Put(user).IfNotExists().ExecuteAsync();
        await users.ChangeAsync(user, user with { Email = "b" });
        await users.ChangeAsync(User.Key("1"), one => one with { Email = "b" });
        await users.DeleteAsync(user);
        await users.RemoveAsync(User.Key("1"));
        await users.Update(User.Key("1")).Set(u => u.Logins, 1).ExecuteAsync();
        var put = users.Put(user);
        await db.TransactWriteAsync([put.IfNotExists(), users.Delete(user)]);
        await notes.PutAsync(new Note { Id = "1" });
        await notes.DeleteAsync(Note.Key("1"));
        await notes.RestoreAsync(Note.Key("1"));
        """);

    private static Task RuleVerifierAsync(string statements) => TestKit.RuleVerifier<UseAnalyzer>.ReportsAsync($$"""
        {{Rule.Usings}}using System.Threading.Tasks;

        public static class Use
        {
            public static async Task Of(DynamoClient db, DynamoTable<User> users, DynamoTable<Note> notes, User user)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }

        [DynamoTable("users"), PartitionKey("USER#{Id}"), Retention("users", Days = 1)]
        public sealed partial record User(string Id)
        {
            [Unique]
            public string? Email { get; init; }

            public int Logins { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; init; }
        }

        [DynamoTable("notes")]
        public sealed partial record Note
        {
            [PartitionKey]
            public required string Id { get; init; }

            [TimeToLive]
            public DateTimeOffset? Until { get; init; }
        }
        """);
}
