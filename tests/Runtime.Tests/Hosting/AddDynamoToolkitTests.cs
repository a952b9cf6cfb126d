using DynamoToolkit.Hosting;
using DynamoToolkit.Runtime.Tests.Transport.Support;
using DynamoToolkit.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace DynamoToolkit.Runtime.Tests.Hosting;

public sealed class AddDynamoToolkitTests
{
    [Fact]
    public async Task DynamoClient_Registered_SendsToTheConfiguredServer()
    {
        await using var service = new FakeService(Reply.Ok("""{"TableNames":[]}"""));
        await using var provider = new ServiceCollection()
            .AddDynamoToolkit(options =>
            {
                options.Region = "eu-west-1";
                options.ServiceEndpoint = service.Address;
                options.Credentials = Transports.SdkCredentials;
            })
            .BuildServiceProvider();

        var client = provider.GetRequiredService<DynamoClient>();
        await client.Transport.SendAsync(Transports.Request("{}", DynamoOperation.ListTables));

        Assert.Same(client, provider.GetRequiredService<DynamoClient>());
        Assert.Single(service.Requests);
    }

    [Fact]
    public void DynamoClient_TransportOfTheProgramsOwn_IsUsed()
    {
        var transport = Substitute.For<IDynamoTransport>();
        using var provider = new ServiceCollection().AddSingleton(transport).AddDynamoToolkit().BuildServiceProvider();

        Assert.Same(transport, provider.GetRequiredService<DynamoClient>().Transport);
    }

    [Fact]
    public void Options_LoggerAndClock_AreTheProgramsOwn()
    {
        var clock = new TestClock();
        using var provider = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<TimeProvider>(clock)
            .AddDynamoToolkit()
            .BuildServiceProvider();

        var options = OptionsOf(provider);
        Assert.Same(NullLoggerFactory.Instance, options.Http.LoggerFactory);
        Assert.Same(clock, options.TimeProvider);
        Assert.Same(clock, options.Http.TimeProvider);
    }

    [Fact]
    public void Options_Configuration_SetsEveryOption()
    {
        var options = Read(new()
        {
            ["Region"] = "eu-west-1",
            ["ServiceEndpoint"] = "http://127.0.0.1:8000",
            ["TableNamePrefix"] = "staging-",
            ["TableNames:metrics"] = "m2",
            ["Retention:trace"] = "90.00:00:00",
            ["Retention:bin"] = "Forever",
            ["PageTokenKey"] = "AAECAwQFBgcICQoLDA0ODw==",
            ["EnableTelemetry"] = "false",
            ["BatchAttempts"] = "3",
            ["MaxConflictRetries"] = "7",
            ["http:profile"] = "team",
            ["Http:UseFips"] = "true",
            ["Http:UseDualStack"] = "false",
            ["Http:MaxAttempts"] = "4",
            ["Http:BaseDelay"] = "00:00:00.05",
            ["Http:MaxDelay"] = "00:00:20",
            ["Http:RetryTokens"] = "",
            ["Http:AttemptTimeout"] = "00:00:07",
            ["Http:ConnectTimeout"] = "00:00:02",
            ["Http:PooledConnectionLifetime"] = "00:10:00",
            ["Http:MaxConnections"] = "9",
            ["Http:AcceptGzip"] = "True",
            ["Http:UseProxy"] = "true",
            ["Http:ApplicationId"] = "app",
        });

        Assert.Equal("eu-west-1", options.Region);
        Assert.Equal(new Uri("http://127.0.0.1:8000"), options.ServiceEndpoint);
        Assert.Equal("m2", options.ResolveTableName("metrics"));
        Assert.Equal("staging-runs", options.ResolveTableName("runs"));
        Assert.Equal(TimeSpan.FromDays(90), options.Retention["Trace"]);
        Assert.Equal(Timeout.InfiniteTimeSpan, options.Retention["bin"]);
        Assert.Equal(16, options.PageTokenKey!.Length);
        Assert.False(options.EnableTelemetry);
        Assert.Equal(3, options.BatchAttempts);
        Assert.Equal(7, options.MaxConflictRetries);
        var http = options.Http;
        Assert.Equal("team", http.Profile);
        Assert.True(http.UseFips);
        Assert.False(http.UseDualStack);
        Assert.Equal(4, http.MaxAttempts);
        Assert.Equal(TimeSpan.FromMilliseconds(50), http.BaseDelay);
        Assert.Equal(TimeSpan.FromSeconds(20), http.MaxDelay);
        Assert.Null(http.RetryTokens);
        Assert.Equal(TimeSpan.FromSeconds(7), http.AttemptTimeout);
        Assert.Equal(TimeSpan.FromSeconds(2), http.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(10), http.PooledConnectionLifetime);
        Assert.Equal(9, http.MaxConnections);
        Assert.True(http.AcceptGzip);
        Assert.True(http.UseProxy);
        Assert.Equal("app", http.ApplicationId);
    }

    [Theory]
    [InlineData("Regoin", "eu-west-1")]
    [InlineData("Http:Attempts", "3")]
    [InlineData("Http:MaxAttempts", "many")]
    [InlineData("Http:AttemptTimeout", "10s")]
    [InlineData("Http:UseProxy", "yes")]
    [InlineData("ServiceEndpoint", "somewhere")]
    [InlineData("Http:AttemptTimeout", "10")]
    [InlineData("Http:MaxDelay", "0.5")]
    [InlineData("Http:MaxDelay", "")]
    [InlineData("Http", "x")]
    [InlineData("TableNames", "x")]
    [InlineData("TableNames:a", "")]
    [InlineData("TableNames:a:b", "x")]
    [InlineData("Retention", "x")]
    [InlineData("Retention:trace", "90")]
    [InlineData("Retention:trace", "-00:00:00.0010000")]
    [InlineData("Retention:trace", "00:00:00")]
    [InlineData("Retention:trace", "-1.00:00:00")]
    [InlineData("Region:Name", "x")]
    [InlineData("Http:Profile:Name", "x")]
    [InlineData("BatchAttempts", "")]
    [InlineData("EnableTelemetry", "")]
    [InlineData("MaxConflictRetries", "some")]
    [InlineData("PageTokenKey", "secret!")]
    [InlineData("PageTokenKey", "")]
    [InlineData("PageTokenKey", "AAECAwQFBgcICQoLDA0O")]
    public void Options_ConfigurationThatCannotBeRead_IsNamed(string key, string value)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(new() { [key] = value }));

        Assert.Contains($"'{key}'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("24:00:00")]
    [InlineData("25:00:00")]
    [InlineData("90:00")]
    [InlineData("10")]
    public void Options_TimeThatDotNetWouldTakeForDays_IsRefused(string time)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(new() { ["Http:AttemptTimeout"] = time }));

        Assert.Equal(
            "The setting 'Http:AttemptTimeout' must be a time in hours (up to 23), minutes and seconds, such as 00:00:10, "
            + "with whole days before them, as in 1.00:00:00.",
            exception.Message);
    }

    [Fact]
    public void Options_TimeWithDays_IsRead() => Assert.Equal(
        TimeSpan.FromHours(25), Read(new() { ["Http:PooledConnectionLifetime"] = "1.01:00:00" }).Http.PooledConnectionLifetime);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Options_EmptyValues_AreNullWhereAnOptionCanBeNull(string? empty)
    {
        var options = Read(new()
        {
            ["Region"] = empty,
            ["ServiceEndpoint"] = empty,
            ["TableNames"] = empty,
            ["Http"] = empty,
            ["Http:Profile"] = empty,
            ["Http:UseFips"] = empty,
            ["Http:UseDualStack"] = empty,
            ["Http:RetryTokens"] = empty,
            ["Http:MaxConnections"] = empty,
            ["Http:ApplicationId"] = empty,
        });

        var http = options.Http;
        Assert.All([options.Region, http.Profile, http.ApplicationId, options.ServiceEndpoint?.ToString()], Assert.Null);
        Assert.All([http.UseFips, http.UseDualStack], static flag => Assert.Null(flag));
        Assert.All([http.RetryTokens, http.MaxConnections], static number => Assert.Null(number));
    }

    private static DynamoClientOptions Read(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        using var provider = new ServiceCollection().AddDynamoToolkit(configuration).BuildServiceProvider();
        return OptionsOf(provider);
    }

    private static DynamoClientOptions OptionsOf(IServiceProvider provider)
        => provider.GetRequiredService<IOptions<DynamoClientOptions>>().Value;
}
