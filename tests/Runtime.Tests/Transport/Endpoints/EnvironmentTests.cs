using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Runtime.Tests.Transport.Endpoints;

[Collection(nameof(ProcessWide))]
public sealed class EnvironmentTests
{
    [Fact]
    public async Task EndpointUrl_OfDynamoDb_IsWhereRequestsGo()
    {
        await using var service = new FakeService(Reply.Ok());
        using var setting = new EnvironmentSetting("AWS_ENDPOINT_URL_DYNAMODB", service.Address.ToString());
        using var transport = new HttpTransport(new HttpTransportOptions { Region = "eu-west-1", Credentials = Transports.SdkCredentials });

        await transport.SendAsync();

        Assert.Contains("/eu-west-1/dynamodb/", Assert.Single(service.Requests).Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndpointUrl_IsOverriddenByTheOption()
    {
        await using var service = new FakeService(Reply.Ok());
        using var setting = new EnvironmentSetting("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
        using var transport = Transports.To(service);

        await transport.SendAsync();

        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(null, "app/from-the-environment")]
    [InlineData("mine", "app/mine")]
    public async Task ApplicationId_OfTheEnvironment_IsInTheUserAgentUnlessThereIsAnOption(string? option, string expected)
    {
        await using var service = new FakeService(Reply.Ok());
        using var setting = new EnvironmentSetting("AWS_SDK_UA_APP_ID", "from the environment");
        using var transport = Transports.To(service, options => options.ApplicationId = option);

        await transport.SendAsync();

        Assert.EndsWith(" " + expected, Assert.Single(service.Requests).Headers["User-Agent"], StringComparison.Ordinal);
    }
}
