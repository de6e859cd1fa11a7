# The sandbox as a container image: docker build -t inboxport-sandbox .
FROM maven:3-eclipse-temurin-17
COPY . /inboxport
WORKDIR /inboxport
RUN ./inbox sandbox --help >/dev/null
EXPOSE 8080
ENTRYPOINT ["./inbox", "sandbox", "--host", "0.0.0.0", "--allow-remote", "--port", "8080"]
