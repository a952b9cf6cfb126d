using DynamoToolkit.TestKit;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class ClientPerRequestRuleTests
{
    [Fact]
    public Task Client_OfALoop_IsReported() => CallRule.ReportsAsync(
        """
        foreach (var one in many)
        {
            using var client = {|DTK2029:new DynamoClient()|};
            await client.Table<Run>().PutAsync(run);
        }
        """);

    [Fact]
    public Task Client_OfAHandler_IsReported() => RuleVerifier<CallAnalyzer>.ReportsAsync(
        """
        using System.Threading.Tasks;
        using Amazon.DynamoDBv2;
        using DynamoToolkit;

        public class ApiControllerAttribute : System.Attribute;

        [ApiController]
        public class Runs
        {
            private readonly DynamoClient shared = new();

            public void Get() => {|DTK2029:new AmazonDynamoDBClient()|}.Dispose();

            public Task Post()
            {
                using var client = {|DTK2029:new DynamoClient(new DynamoClientOptions())|};
                return Task.CompletedTask;
            }

            private static DynamoClient Make() => new();
        }

        public static class Program
        {
            public static void Main() => new DynamoClient().Dispose();
        }
        """);

    [Fact]
    public Task Client_WhoseNameTheSourceDoesNotShow_IsReported() => RuleVerifier<CallAnalyzer>.ReportsAsync(
        """
        using Db = DynamoToolkit.DynamoClient;

        namespace Application
        {
            using Sdk = Amazon.DynamoDBv2.AmazonDynamoDBClient;

            public static class Program
            {
                public static void Main()
                {
                    for (var i = 0; i < 3; i++)
                    {
                        using var renamed = {|DTK2029:new Db()|};
                        using var sdk = {|DTK2029:new Sdk()|};
                        using DynamoToolkit.DynamoClient implied = {|DTK2029:new()|};
                        using var qualified = {|DTK2029:new global::DynamoToolkit.DynamoClient()|};
                    }
                }
            }
        }
        """);

    [Fact]
    public Task Client_MadeOnce_IsAllowed() => CallRule.AllowsAsync(
        """
        using var client = new DynamoClient();
        foreach (var one in many)
        {
            using var other = new DynamoClient(client.Transport);
            using var regional = new DynamoClient(new DynamoClientOptions { Region = one.Name });
            Console.WriteLine(other);
        }
        """);
}
