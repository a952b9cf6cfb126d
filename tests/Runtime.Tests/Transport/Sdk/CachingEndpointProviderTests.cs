using Amazon.DynamoDBv2.Endpoints;
using Amazon.DynamoDBv2.Internal;
using Amazon.Runtime.Endpoints;
using DynamoToolkit.Transport.Sdk;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Transport.Sdk;

public sealed class CachingEndpointProviderTests
{
    private const string Arn = "arn:aws:dynamodb:eu-west-1:123456789012:table/t";

    [Fact]
    public void ResolveEndpoint_SameParameters_AreResolvedOnce()
    {
        var inner = Substitute.For<IEndpointProvider>();
        inner.ResolveEndpoint(Arg.Any<EndpointParameters>()).Returns(static _ => new Endpoint("https://a"));
        var provider = new CachingEndpointProvider(inner);

        var first = provider.ResolveEndpoint(Parameters(resource: "t"));

        Assert.Same(first, provider.ResolveEndpoint(Parameters(resource: "another table")));
        inner.ReceivedWithAnyArgs(1).ResolveEndpoint(default!);
    }

    [Theory]
    [InlineData("eu-west-1", null, null)]
    [InlineData("eu-west-1", "123456789012", null)]
    [InlineData("eu-west-1", "210987654321", "t")]
    [InlineData("eu-west-1", null, Arn)]
    [InlineData("us-east-1", null, null)]
    public void ResolveEndpoint_AnyParameters_GivesWhatTheRulesSay(string region, string? account, string? resource)
    {
        var rules = new AmazonDynamoDBEndpointProvider();
        var provider = new CachingEndpointProvider(rules);
        provider.ResolveEndpoint(Parameters("eu-west-1", "999999999999"));

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(
                rules.ResolveEndpoint(Parameters(region, account, resource)).URL,
                provider.ResolveEndpoint(Parameters(region, account, resource)).URL);
        }
    }

    private static DynamoDBEndpointParameters Parameters(string region = "eu-west-1", string? account = null, string? resource = null)
        => new()
        {
            Region = region,
            UseFIPS = false,
            UseDualStack = false,
            AccountId = account,
            AccountIdEndpointMode = "preferred",
            ResourceArn = resource,
        };
}
