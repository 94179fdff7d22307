using IntegrationHub.Domain.Casework;

namespace IntegrationHub.Domain.Tests.Casework;

public class WorkerPlaceholderTests
{
    [Theory]
    [InlineData("SSD_PH")]
    [InlineData("PLACEHOLDER_DATA")]
    [InlineData("placeholder data")]
    [InlineData("#N/A")]
    [InlineData(" -1 ")]
    [InlineData("unknown")]
    [InlineData("Default")]
    [InlineData("")]
    [InlineData("\t")]
    [InlineData(null)]
    public void IsPlaceholder_WhatSystemsWriteForNobody_IsOne(string? worker) => WorkerPlaceholder.IsPlaceholder(worker).ShouldBeTrue();

    [Theory]
    [InlineData("Default-Smith")]
    [InlineData("1")]
    [InlineData("SSD_PH2")]
    [InlineData("W00017")]
    public void IsPlaceholder_AnythingElse_IsAWorker(string worker) => WorkerPlaceholder.IsPlaceholder(worker).ShouldBeFalse();
}
